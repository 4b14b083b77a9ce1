using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;

namespace Infra.Core.Footprints;

/// <summary>
/// Pods that we don't write ourselves: those of a Helm chart, an add-on or an operator. A plan doesn't hold their manifests,
/// so who installs them declares them, and placement, policy and cost count on what is declared.
/// </summary>
public sealed record PodFootprint
{
    /// <summary>Name of the object that makes the pods.</summary>
    public required string Workload { get; init; }

    /// <summary>What kind of object it is.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>Pods of a Deployment; a DaemonSet has one per node. Default: 1.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>What one pod requests: the sum over its containers.</summary>
    public required CpuQuantity Cpu { get; init; }

    /// <summary>What one pod requests: the sum over its containers.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Labels of the nodes that it may run on, each map a choice; none for any node.</summary>
    public ImmutableArray<IReadOnlyDictionary<string, string>> Selectors { get; init; } = [];

    /// <summary>Taints that it tolerates.</summary>
    public ImmutableArray<Toleration> Tolerations { get; init; } = [];

    /// <summary>What it takes from its node. Default: nothing.</summary>
    public HostAccess HostAccess { get; init; }

    /// <summary>The disruption budget that comes with the pods. Default: none, as far as anybody told us.</summary>
    public DisruptionBudget? Budget { get; init; }

    /// <summary>Labels of nodes over which something spreads the pods, if only as a wish. Default: none.</summary>
    public ImmutableArray<string> Spread { get; init; } = [];

    /// <summary>Where all this was read, or that it stands in values of ours.</summary>
    public required string Source { get; init; }
}
