using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform;

/// <summary>A pool of equal nodes.</summary>
public sealed record SimulatedPool
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The instance type that its nodes are taken for: of several the one whose nodes offer pods least.</summary>
    public required string InstanceType { get; init; }

    /// <summary>What one node has for models, daemon sets taken off.</summary>
    public required PodDemand Room { get; init; }

    /// <summary>Whole accelerators of a node; 0 without.</summary>
    public required int Gpus { get; init; }

    /// <summary>The accelerator as the catalogue names it, such as <c>a100-40gb</c>; null without.</summary>
    public string? Accelerator { get; init; }

    /// <summary>How an accelerator is shared.</summary>
    public GpuSharingMode Sharing { get; init; }

    /// <summary>Pods that share one accelerator, or pieces that it is cut into; 1 for whole ones.</summary>
    public int PartsPerGpu { get; init; } = 1;

    /// <summary>Memory that a pod can use of one accelerator, or of its piece or share; null where nobody knows.</summary>
    public ByteSize? PartMemory { get; init; }

    /// <summary>Nodes that are always there, in all zones together; so many run when the simulation begins, and more where replicas need them.</summary>
    public required int Min { get; init; }

    /// <summary>Most nodes, in all zones together; null where nothing limits them.</summary>
    public required int? Max { get; init; }

    /// <summary>Who adds nodes.</summary>
    public required NodeLauncher Launcher { get; init; }

    /// <summary>
    /// Whether a group of Auto Scaling keeps the number of its nodes: of one that EC2 takes back it launches another at once, whether anybody needs it or not, and nobody takes that for growth (EKS user guide at 4d52b4d0,
    /// managed-node-groups.adoc, "Capacity Rebalancing"). Karpenter launches for pods alone.
    /// </summary>
    public bool IsGroup => Launcher is NodeLauncher.ClusterAutoscaler or NodeLauncher.Nobody;

    /// <summary>Whether EC2 may take nodes back.</summary>
    public required CapacityType CapacityType { get; init; }

    /// <summary>From the decision to a node that takes pods, in microseconds.</summary>
    public required long ColdStartMicros { get; init; }

    /// <summary>US dollars for one node and hour; null where nobody knows.</summary>
    public required decimal? UsdPerHour { get; init; }

    /// <summary>The zones; at least one.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>Interruptions of one node in an hour, on average; 0 unless it is spot.</summary>
    public double InterruptionsPerHour { get; init; }

    /// <summary>How long a node is without pods of models before it goes, in microseconds; null for the provisioner's own.</summary>
    public long? IdleMicros { get; init; }
}
