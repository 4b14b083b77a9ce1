namespace Infra.Core.Tenants;

/// <summary>Names of what belongs to a tenant.</summary>
public static class TenantNames
{
    /// <summary>Longest name: what is derived from it still is a DNS label.</summary>
    public const int MaxLength = 40;

    // None of the beginnings that EKS keeps for itself (GroupRules).
    private const string GroupPrefix = "gpu-inference:";

    /// <summary>Kubernetes group of the people who have a role in a tenant.</summary>
    /// <param name="tenant">Name of the tenant.</param>
    /// <param name="role">The role.</param>
    public static string Group(string tenant, TenantRole role) => $"{GroupPrefix}{tenant}:{TenantRoles.Name(role)}s";
}
