using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Tenants;

namespace Infra.Stacks.Configuration;

/// <summary>Who may do what in a tenant's namespace; each has the rights of those before it too.</summary>
public sealed record TenantAccessConfig
{
    /// <summary>Those who see what runs, but no logs and no Secrets. Default: nobody.</summary>
    public TenantMembersConfig Viewers { get; init; } = new();

    /// <summary>Those who run models and jobs of their own, and read logs. Default: nobody.</summary>
    public TenantMembersConfig Developers { get; init; } = new();

    /// <summary>Those who mend what runs: containers, Secrets, scale. Default: nobody.</summary>
    public TenantMembersConfig Operators { get; init; } = new();

    /// <summary>Those who have a role.</summary>
    internal TenantMembersConfig Of(TenantRole role) => role switch
    {
        TenantRole.Viewer => Viewers,
        TenantRole.Developer => Developers,
        _ => Operators,
    };
}

/// <summary>Those who have a role.</summary>
public sealed record TenantMembersConfig
{
    /// <summary>IAM roles, which get an access entry of the EKS cluster. Default: none.</summary>
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Kubernetes groups that the cluster's identity provider gives to people. Default: none.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>The groups of the role in a tenant: those that are named, and one for the IAM roles.</summary>
    internal List<string> AllGroups(string tenant, TenantRole role) => [.. Roles.IsEmpty ? [] : new[] { TenantNames.Group(tenant, role) }, .. Groups];
}
