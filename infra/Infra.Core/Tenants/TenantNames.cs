namespace Infra.Core.Tenants;

/// <summary>Names of what belongs to a tenant.</summary>
public static class TenantNames
{
    /// <summary>Longest name: what is derived from it still is a DNS label.</summary>
    public const int MaxLength = 40;
}
