using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Tenants;

namespace Infra.Components.Tenants;

/// <summary>Finds everything that is wrong with a tenant's arguments.</summary>
internal static class TenantNamespaceCheck
{
    /// <summary>Adds the problems.</summary>
    public static void Run(string path, TenantNamespaceArgs args, ConfigProblems problems)
    {
        if (NameRules.DnsLabel.Problem(args.Tenant) is { } wrong)
        {
            problems.Add($"{path}.tenant", wrong);
        }
        else if (args.Tenant.Length > TenantNames.MaxLength)
        {
            problems.Add($"{path}.tenant", $"'{args.Tenant}' has {args.Tenant.Length} characters; allowed are 1 to {TenantNames.MaxLength}");
        }

        if (NameRules.DnsLabel.Problem(args.NamespaceName) is { } unfit)
        {
            problems.Add($"{path}.namespaceName", unfit);
        }

        foreach (var role in TenantRoles.All)
        {
            GroupRules.Check($"{path}.{TenantRoles.Name(role)}s", TenantRights.Groups(args, role), problems);
        }

        if (args.Queue is { } queue)
        {
            CheckQueue($"{path}.queue", queue, problems);
        }
    }

    private static void CheckQueue(string path, TenantQueueArgs queue, ConfigProblems problems)
    {
        if (queue.Shares.Count == 0)
        {
            problems.Add($"{path}.shares", "there is none, and no job would ever run; name at least one pool");
        }

        for (var i = 0; i < queue.Shares.Count; i++)
        {
            if (queue.Shares[i].Devices < 1)
            {
                problems.Add($"{path}.shares[{i}].devices", $"{queue.Shares[i].Devices} is less than 1; leave the pool out, or give it a device");
            }

            if (queue.Shares.Take(i).Any(other => other.Flavor == queue.Shares[i].Flavor))
            {
                problems.Add($"{path}.shares[{i}].flavor", $"'{queue.Shares[i].Flavor}' is there already; name a pool once");
            }
        }
    }
}
