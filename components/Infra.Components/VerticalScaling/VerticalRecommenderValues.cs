using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.VerticalScaling;

/// <summary>Values of the vertical-pod-autoscaler chart (0.11.0) that we set; all others keep the chart's defaults.</summary>
internal static class VerticalRecommenderValues
{
    // The chart says nothing; these are of the project's own manifests (kubernetes/autoscaler, vertical-pod-autoscaler/deploy/recommender-deployment.yaml).
    private static readonly CpuQuantity _cpu = new(50);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(500);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(1000);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["podSecurityContext"] = new Dictionary<string, object>
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = 65534,
            // The security level restricted asks for it.
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["containerSecurityContext"] = new Dictionary<string, object>
        {
            ["allowPrivilegeEscalation"] = false,
            ["capabilities"] = new Dictionary<string, object> { ["drop"] = new object[] { "ALL" } },
        },
        // Without these two nothing evicts a pod or changes it.
        ["admissionController"] = new Dictionary<string, object> { ["enabled"] = false },
        ["updater"] = new Dictionary<string, object> { ["enabled"] = false },
        ["recommender"] = new Dictionary<string, object>
        {
            // What it learned is in checkpoints; while it is away recommendations only grow old.
            ["replicas"] = 1,
            ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
            // The chart's own would keep the only pod on its node, and the node from being drained.
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["enabled"] = false },
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "vertical-pod-autoscaler-recommender",
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.VerticalPodAutoscaler.Name} {Pins.VerticalPodAutoscaler.Version}, templates/recommender-deployment.yaml; replicas and requests in our values",
    };
}
