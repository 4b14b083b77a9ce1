using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>What all objects of a tenant may have together. CPU, memory and devices are those that pods request.</summary>
public sealed record TenantQuotaConfig
{
    /// <summary>CPU.</summary>
    [InRange<CpuQuantity>(Min = "100m", Max = "1000000")]
    public required CpuQuantity Cpu { get; init; }

    /// <summary>Memory.</summary>
    [InRange<ByteSize>(Min = "64Mi", Max = "8Pi")]
    public required ByteSize Memory { get; init; }

    /// <summary>Devices by their resource, such as <c>nvidia.com/gpu</c> or <c>nvidia.com/mig-1g.5gb</c>; shares of GPUs count as much as whole ones. Default: none of any.</summary>
    [InRange(Min = 0, Max = 100000)]
    public ImmutableSortedDictionary<string, int> Devices { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Storage of all claims. Default: 0, none.</summary>
    [InRange<ByteSize>(Min = "0", Max = "1Ei")]
    public ByteSize Storage { get; init; }

    /// <summary>Claims of volumes. Default: 20.</summary>
    [InRange(Min = 0, Max = 10000)]
    public int Claims { get; init; } = 20;

    /// <summary>Pods that haven't ended. Default: 200.</summary>
    [InRange(Min = 1, Max = 100000)]
    public int Pods { get; init; } = 200;

    /// <summary>Services with a load balancer of their own, beside the ways in that models say in <c>expose</c>. Default: 0.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int LoadBalancers { get; init; }

    /// <summary>Services. Default: 200.</summary>
    [InRange(Min = 1, Max = 10000)]
    public int Services { get; init; } = 200;

    /// <summary>Jobs, finished ones among them. Default: 500.</summary>
    [InRange(Min = 0, Max = 100000)]
    public int Jobs { get; init; } = 500;

    /// <summary>ConfigMaps. Default: 500.</summary>
    [InRange(Min = 1, Max = 10000)]
    public int ConfigMaps { get; init; } = 500;

    /// <summary>Secrets. Default: 200.</summary>
    [InRange(Min = 0, Max = 10000)]
    public int Secrets { get; init; } = 200;
}
