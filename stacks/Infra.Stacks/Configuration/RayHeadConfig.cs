using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>The head of a cluster of Ray: its state, its dashboard, and the drivers of jobs.</summary>
public sealed record RayHeadConfig
{
    /// <summary>Pools that it may run on, in order of preference. Default: none, any node without taints, such as those of the controllers.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>GPUs of the head, which needs pools then. Default: 0.</summary>
    [InRange(Min = 0, Max = 16)]
    public int Gpus { get; init; }

    /// <summary>CPU and memory of the head. Default: cpu 1 and memory 4Gi.</summary>
    public ModelResourcesConfig Resources { get; init; } = RayModelHeadConfig.DefaultResources;

    /// <summary>Flags of <c>ray start</c> without the dashes before them. Default: num-cpus 0 for a head without GPUs, so that nothing is computed there.</summary>
    public ImmutableSortedDictionary<string, string> StartParams { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
