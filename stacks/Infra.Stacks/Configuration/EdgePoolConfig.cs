using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Stacks.Configuration;

/// <summary>
/// A pool of nodes outside AWS, which somebody joins to the EKS cluster as hybrid nodes (docs/edge-pools.md). The stack makes their role, access and device plugin, and
/// writes the configuration with which a host joins; models name the pool like any other.
/// </summary>
public sealed record EdgePoolConfig
{
    /// <summary>Name that models refer to; unique among all pools, and the value of the node label <c>gpu-inference/pool</c>.</summary>
    [Matches("[a-z]([a-z0-9-]{0,30}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 32 characters")]
    public required string Name { get; init; }

    /// <summary>What accelerators the nodes have; the stack installs their device plugin, the hosts bring the driver. Default: nvidia. Counts only with devicesPerNode.</summary>
    public DeviceVendor Accelerator { get; init; }

    /// <summary>Accelerators that every node has. Default: 0, for CPU nodes.</summary>
    [InRange(Min = 0, Max = 16)]
    public int DevicesPerNode { get; init; }

    /// <summary>Further labels of the nodes.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Further taints of the nodes, beside <c>gpu-inference/edge</c>, which keeps controllers and webhooks in AWS, and that of the accelerators.</summary>
    public ImmutableArray<TaintConfig> Taints { get; init; } = [];
}
