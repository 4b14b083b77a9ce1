using System.Collections.Immutable;
using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Keda;

/// <summary>Values of the keda chart (2.20.2) that we set; all others keep the chart's defaults.</summary>
internal static class KedaValues
{
    /// <summary>Namespace of the pods.</summary>
    public const string Namespace = "keda";

    /// <summary>Service account of the operator, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "keda-operator";

    private const string MetricsServiceAccount = "keda-metrics-server";
    private const string WebhooksServiceAccount = "keda-webhook";

    // The chart's defaults, said here because the footprint counts on them.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(100);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(1000);

    private static readonly ImmutableArray<(string Key, string Workload)> _workloads =
        [("operator", "keda-operator"), ("metricServer", "keda-operator-metrics-apiserver"), ("webhooks", "keda-admission-webhooks")];

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(KedaOperatorArgs args) => new()
    {
        ["operator"] = new Dictionary<string, object> { ["replicaCount"] = args.Replicas },
        ["metricsServer"] = new Dictionary<string, object> { ["replicaCount"] = args.Replicas },
        ["webhooks"] = new Dictionary<string, object> { ["enabled"] = true, ["replicaCount"] = args.Replicas },
        ["serviceAccount"] = new Dictionary<string, object>
        {
            ["operator"] = Account(ServiceAccount),
            ["metricServer"] = Account(MetricsServiceAccount),
            ["webhooks"] = Account(WebhooksServiceAccount),
        },
        ["resources"] = _workloads.ToDictionary(workload => workload.Key, object (_) => HelmScheduling.Resources(_cpu, _memory, _memoryLimit)),
        // A drain takes one pod after the other; with one replica it takes that one, because nothing that runs waits for KEDA.
        ["podDisruptionBudget"] = _workloads.ToDictionary(workload => workload.Key, object (_) => new Dictionary<string, object> { ["maxUnavailable"] = 1 }),
        // The chart's key of the metrics server has another spelling here (values.yaml of 2.20.2).
        ["topologySpreadConstraints"] = _workloads.ToDictionary(
            workload => workload.Key == "metricServer" ? "metricsServer" : workload.Key, object (workload) => HelmScheduling.Spread("app", workload.Workload)),
        ["prometheus"] = _workloads.ToDictionary(workload => workload.Key, object (_) => Metrics(args)),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static IEnumerable<PodFootprint> Footprints(int replicas) => _workloads.Select(workload => new PodFootprint
    {
        Workload = workload.Workload,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneAtATime,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.Keda.Name} {Pins.Keda.Version}, templates/{TemplateOf(workload.Key)}/deployment.yaml; replicas and requests in our values",
    });

    private static string TemplateOf(string key) => key switch
    {
        "operator" => "manager",
        "metricServer" => "metrics-server",
        _ => key,
    };

    private static Dictionary<string, object> Account(string name) => new() { ["create"] = true, ["name"] = name };

    private static Dictionary<string, object> Metrics(KedaOperatorArgs args) => args.Scraping is null
        ? new() { ["enabled"] = false }
        : new() { ["enabled"] = true, ["serviceMonitor"] = HelmMonitors.Of(args.Scraping) };
}
