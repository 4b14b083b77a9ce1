using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Traffic;

/// <summary>Values of the ai-gateway-helm chart (v1.1.0, manifests/charts/ai-gateway-helm/values.yaml) that we set; all others keep the chart's defaults.</summary>
internal static class AiGatewayValues
{
    /// <summary>Port at which Envoy Gateway asks it.</summary>
    public const int ExtensionPort = 1063;

    /// <summary>Host at which Envoy Gateway asks it.</summary>
    public const string ExtensionHost = $"{Workload}.{AiGatewayController.Namespace}.svc.cluster.local";

    private const string Workload = "ai-gateway-controller";

    // Without an answer no gateway changes; each of them answers, whoever leads.
    private const int Replicas = 2;

    // The chart asks for nothing. It watches what Envoy Gateway watches, whose numbers these are.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(256);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(1024);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["controller"] = new Dictionary<string, object>
        {
            ["replicaCount"] = Replicas,
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["enabled"] = true, ["minAvailable"] = 1 },
            // The chart takes no constraints of topology.
            ["affinity"] = HelmScheduling.Apart("app.kubernetes.io/name", Pins.AiGateway.Name),
            ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
            // The chart's own certificate ends after a year and is never renewed; from then on no proxy could start.
            ["mutatingWebhook"] = new Dictionary<string, object> { ["certManager"] = new Dictionary<string, object> { ["enable"] = true } },
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = Workload,
        Kind = WorkloadKind.Deployment,
        Replicas = Replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneStays,
        Spread = [NodeLabels.Hostname],
        Source = $"{Pins.AiGateway.Name} {Pins.AiGateway.Version}, templates/deployment.yaml; replicas and requests in our values",
    };
}
