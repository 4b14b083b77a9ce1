using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A pool of nodes that models run on: GPU nodes that the stack manages, or nodes that exist already.</summary>
public sealed record PoolConfig
{
    /// <summary>Name that models refer to; unique, and the value of the node label <c>gpu-inference/pool</c>.</summary>
    [ConfigPattern("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", "a lower-case name of letters, digits and '-', at most 32 characters")]
    public required string Name { get; init; }

    /// <summary>EC2 instance types with NVIDIA GPUs, in order of preference. Required unless the nodes exist.</summary>
    public ImmutableArray<string> InstanceTypes { get; init; } = [];

    /// <summary>How the instances are bought. Default: on demand.</summary>
    public CapacityType CapacityType { get; init; } = CapacityType.OnDemand;

    /// <summary>Bounds of the pool's size. Required unless the nodes exist.</summary>
    public CapacityConfig? Capacity { get; init; }

    /// <summary>EKS AMI type. Default: AL2023_x86_64_NVIDIA.</summary>
    public string AmiType { get; init; } = GpuNodePoolArgs.DefaultAmiType;

    /// <summary>Root volume of every node, 20Gi to 16Ti, whole GiB. Default: 100Gi.</summary>
    public ByteSize RootVolume { get; init; } = ByteSize.FromGibibytes(GpuNodePoolArgs.DefaultRootVolumeGiB);

    /// <summary>Zones of the pool, out of the cluster's. Default: all of them.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>Further labels of the nodes.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Further taints of the nodes.</summary>
    public ImmutableArray<TaintConfig> Taints { get; init; } = [];

    /// <summary>Nodes that somebody else manages, chosen by label. Excludes everything that describes new nodes.</summary>
    public ExistingNodesConfig? ExistingNodes { get; init; }
}

/// <summary>How instances are bought.</summary>
public enum CapacityType
{
    /// <summary>On demand: not interrupted, list price.</summary>
    OnDemand,

    /// <summary>Spot: cheaper, and taken back at two minutes' notice.</summary>
    Spot,
}

/// <summary>Bounds of a pool's size in nodes.</summary>
public sealed record CapacityConfig
{
    /// <summary>Fewest nodes. Default: 0, which costs nothing while nothing runs.</summary>
    [ConfigRange(0, 1000)]
    public int Min { get; init; }

    /// <summary>Most nodes; the ceiling of the bill.</summary>
    [ConfigRange(1, 1000)]
    public required int Max { get; init; }
}

/// <summary>A node taint.</summary>
public sealed record TaintConfig
{
    /// <summary>Key.</summary>
    [ConfigNotEmpty]
    public required string Key { get; init; }

    /// <summary>Value. Default: empty.</summary>
    public string Value { get; init; } = "";

    /// <summary>Effect. Default: noSchedule.</summary>
    public TaintEffect Effect { get; init; } = TaintEffect.NoSchedule;
}

/// <summary>Nodes that exist already.</summary>
public sealed record ExistingNodesConfig
{
    /// <summary>Labels that select the nodes; at least one.</summary>
    [ConfigNotEmpty]
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>Taints that the nodes carry.</summary>
    public ImmutableArray<TaintConfig> Taints { get; init; } = [];
}
