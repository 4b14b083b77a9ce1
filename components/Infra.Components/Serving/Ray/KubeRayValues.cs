using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Serving.Ray;

/// <summary>Values of the kuberay-operator chart (1.7.0) that we set; all others keep the chart's defaults.</summary>
internal static class KubeRayValues
{
    // The chart's own limits, which stand for requests where there are none.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(512);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(KubeRayOperatorArgs args) => new()
    {
        ["replicas"] = 1,
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
        ["metrics"] = new Dictionary<string, object>
        {
            ["serviceMonitor"] = HelmMonitors.Of(args.Scraping),
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = Pins.KubeRay.Name,
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.KubeRay.Name} {Pins.KubeRay.Version}, templates/deployment.yaml; requests in our values",
    };
}
