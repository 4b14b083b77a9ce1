using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Values of the karpenter chart (1.14.1) that we set; all others keep the chart's defaults.</summary>
internal static class KarpenterValues
{
    /// <summary>Service account of the controller, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "karpenter";

    // What Karpenter's own guide sets (karpenter.sh, "Getting Started with Karpenter", 1.14); the chart sets none.
    private static readonly CpuQuantity _cpu = new(1000);
    private static readonly ByteSize _memory = ByteSize.FromGibibytes(1);

    // The chart's default, said here because the footprint counts on it.
    private static readonly Toleration _criticalAddons = new("CriticalAddonsOnly", null);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(KarpenterArgs args, Output<string> queue) => new()
    {
        ["replicas"] = args.Replicas,
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount },
        ["settings"] = new Dictionary<string, object>
        {
            ["clusterName"] = args.ClusterName,
            ["interruptionQueue"] = queue,
            ["featureGates"] = new Dictionary<string, object> { ["nodeOverlay"] = args.NodeOverlays },
        },
        ["controller"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory) },
        ["tolerations"] = HelmScheduling.Tolerations([_criticalAddons]),
        ["serviceMonitor"] = args.Scraping is not { } scraping
            ? new Dictionary<string, object> { ["enabled"] = false }
            : new Dictionary<string, object>
            {
                ["enabled"] = true,
                ["additionalLabels"] = HelmMonitors.Labels(scraping),
                ["endpointConfig"] = new Dictionary<string, object> { ["interval"] = scraping.Interval },
            },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint(int replicas) => new()
    {
        Workload = Pins.Karpenter.Name,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneAtATime,
        Spread = HelmScheduling.Topologies,
        Tolerations = [_criticalAddons],
        Source = $"{Pins.Karpenter.Name} {Pins.Karpenter.Version}, templates/deployment.yaml; replicas and requests in our values",
    };
}
