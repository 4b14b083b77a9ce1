using Infra.Core.Configuration;
using Infra.Core.Tenants;

namespace Infra.Stacks.Configuration;

/// <summary>A team that shares the cluster with others: what it runs stands in a namespace of its own.</summary>
public sealed record TenantConfig
{
    /// <summary>Name of the tenant, unique; what it runs says it in <c>tenant</c>, and its alerts have it as a label.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(TenantNames.MaxLength)]
    public required string Name { get; init; }

    /// <summary>Who is told of the alerts of what it runs. Default: who is told of the platform's; a severity that names nobody is told to those too.</summary>
    public AlertAudienceConfig Alerts { get; init; } = new();
}
