using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>The queue of a tenant's jobs and trainings. CPU and memory are shared out by the quota alone.</summary>
public sealed record TenantQueueConfig
{
    /// <summary>Devices that jobs may have at a time, by pool: what the models of the tenant don't need.</summary>
    [InRange(Min = 1, Max = 100000)]
    public required ImmutableSortedDictionary<string, int> Devices { get; init; }
}
