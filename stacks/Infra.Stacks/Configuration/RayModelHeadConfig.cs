using System.Collections.Immutable;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>The heads of the clusters of Ray that serve models: they compute nothing.</summary>
public sealed record RayModelHeadConfig
{
    /// <summary>Pools that heads may run on, in order of preference. Default: none, any node without taints, such as those of the controllers.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>CPU and memory of a head. Default: cpu 1 and memory 4Gi.</summary>
    public ModelResourcesConfig Resources { get; init; } = DefaultResources;

    /// <summary>Resources of a head that nobody said anything about.</summary>
    internal static ModelResourcesConfig DefaultResources { get; } = new() { Cpu = RayHead.Cpu, Memory = RayHead.Memory };
}
