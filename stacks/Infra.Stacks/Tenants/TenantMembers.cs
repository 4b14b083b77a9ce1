using Infra.Components.Tenants;
using Infra.Core.Tenants;

namespace Infra.Stacks.Tenants;

/// <summary>Who is in the tenants of an environment.</summary>
internal static class TenantMembers
{
    /// <summary>Each IAM role once, with its groups in all tenants.</summary>
    public static List<TenantAccessEntryArgs> Entries(PlatformSettings settings) =>
    [
        .. settings.Tenants
            .SelectMany(tenant => TenantRoles.All.SelectMany(role => tenant.Access.Of(role).Roles.Distinct().Select(arn => (Arn: arn, Group: TenantNames.Group(tenant.Name, role)))))
            .GroupBy(member => member.Arn)
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => new TenantAccessEntryArgs { RoleArn = member.Key, Groups = [.. member.Select(one => one.Group)] }),
    ];

    /// <summary>Whether a tenant has a queue, for which Kueue is installed.</summary>
    public static bool HasQueues(PlatformSettings settings) => settings.Tenants.Any(tenant => tenant.Queue is not null);

    /// <summary>Whether a tenant's jobs wait in a queue.</summary>
    public static bool HasQueue(PlatformSettings settings, string? tenant) => settings.Tenants.Any(one => one.Name == tenant && one.Queue is not null);
}
