using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Components.Accelerators;

/// <summary>
/// Values of node-feature-discovery 0.19.0, which NVIDIA's charts bring as a dependency. Requests are the chart's own, said here so that the
/// footprints are ours. Its worker would run on every node of the cluster; here it stays on the pools.
/// </summary>
internal static class NodeFeatureDiscoveryValues
{
    private static readonly CpuQuantity _masterCpu = new(100);
    private static readonly CpuQuantity _workerCpu = new(5);
    private static readonly CpuQuantity _gcCpu = new(10);
    private static readonly ByteSize _masterMemory = ByteSize.FromMebibytes(128);
    private static readonly ByteSize _workerMemory = ByteSize.FromMebibytes(64);
    private static readonly ByteSize _gcMemory = ByteSize.FromMebibytes(128);

    /// <summary>The values document of the dependency.</summary>
    public static Dictionary<string, object> For(PoolPlacement placement) => new()
    {
        ["master"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_masterCpu, _masterMemory) },
        ["worker"] = new Dictionary<string, object>
        {
            ["resources"] = HelmScheduling.Resources(_workerCpu, _workerMemory),
            ["affinity"] = HelmScheduling.Affinity(placement.Selectors),
            ["tolerations"] = HelmScheduling.Tolerations(placement.Tolerations),
        },
        ["gc"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_gcCpu, _gcMemory) },
    };

    /// <summary>The pods that the dependency makes.</summary>
    public static IEnumerable<PodFootprint> Footprints(string release, PoolPlacement placement)
    {
        var name = $"{release}-node-feature-discovery";
        const string Source = "node-feature-discovery 0.19.0, templates; requests in our values";
        yield return new PodFootprint { Workload = $"{name}-master", Kind = WorkloadKind.Deployment, Cpu = _masterCpu, Memory = _masterMemory, Source = Source };
        yield return new PodFootprint { Workload = $"{name}-gc", Kind = WorkloadKind.Deployment, Cpu = _gcCpu, Memory = _gcMemory, Source = Source };
        yield return new PodFootprint
        {
            Workload = $"{name}-worker",
            Kind = WorkloadKind.DaemonSet,
            Cpu = _workerCpu,
            Memory = _workerMemory,
            Selectors = placement.Selectors,
            Tolerations = placement.Tolerations,
            HostAccess = HostAccess.Paths,
            Source = Source,
        };
    }
}
