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

    /// <summary>
    /// Its namespace, which the stack creates: 1 to 63 lower-case letters, digits and '-', with a letter or digit at both ends; none that belongs to the cluster or to another tenant.
    /// Default: its name.
    /// </summary>
    public string? Namespace { get; init; }

    /// <summary>What all of it may have together. Default: no limit, which an environment that is <c>production</c> refuses.</summary>
    public TenantQuotaConfig? Quota { get; init; }

    /// <summary>CPU and memory of containers that don't say theirs.</summary>
    public ContainerDefaultsConfig Defaults { get; init; } = new();

    /// <summary>Who may do what in the namespace. Default: nobody but the cluster's administrators.</summary>
    public TenantAccessConfig Access { get; init; } = new();

    /// <summary>A queue in which its jobs wait until all they ask for is free; installs Kueue. Default: none; jobs start at once, and wait for room pod by pod.</summary>
    public TenantQueueConfig? Queue { get; init; }

    /// <summary>Name of the namespace.</summary>
    internal string NamespaceName => Namespace ?? Name;
}
