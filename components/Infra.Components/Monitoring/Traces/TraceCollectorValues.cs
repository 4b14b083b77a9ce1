using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Monitoring.Traces;

/// <summary>Values of the opentelemetry-collector chart (0.170.0) that we set; all others keep the chart's defaults.</summary>
internal static class TraceCollectorValues
{
    /// <summary>Name of the release, and with it of the Service.</summary>
    public const string Name = "opentelemetry-collector";

    /// <summary>Namespace of the pods.</summary>
    public const string Namespace = "opentelemetry-collector";

    /// <summary>Secret of the receiver's header, where we make it.</summary>
    public const string HeaderSecret = "otlp-header";

    // Some thousand spans per second: an estimate. What is over four fifths of the memory is refused.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(256);

    // What the chart listens to beside OTLP.
    private static readonly string[] _otherPorts = ["jaeger-compact", "jaeger-thrift", "jaeger-grpc", "zipkin"];

    /// <summary>Labels of the pods.</summary>
    public static IReadOnlyDictionary<string, string> Selector { get; } = new Dictionary<string, string> { ["app.kubernetes.io/name"] = Name, ["app.kubernetes.io/instance"] = Name };

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(TraceCollectorArgs args) => new()
    {
        ["mode"] = "deployment",
        ["replicaCount"] = args.Replicas,
        ["image"] = Image(Pins.OpenTelemetryCollectorImage),
        ["command"] = new Dictionary<string, object> { ["name"] = "otelcol-k8s" },
        // In the place of the chart's own, with which another would be joined.
        ["alternateConfig"] = TracePipeline.For(args),
        ["extraEnvs"] = args.Header is { } header ? new object[] { Variable(header) } : [],
        ["ports"] = Ports(args.Scraping is not null),
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["automountServiceAccountToken"] = false },
        ["podSecurityContext"] = new Dictionary<string, object>
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = 10001,
            ["runAsGroup"] = 10001,
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["securityContext"] = new Dictionary<string, object>
        {
            ["allowPrivilegeEscalation"] = false,
            ["readOnlyRootFilesystem"] = true,
            ["capabilities"] = new Dictionary<string, object> { ["drop"] = new object[] { "ALL" } },
        },
        ["topologySpreadConstraints"] = HelmScheduling.Spread(Selector),
        ["podDisruptionBudget"] = new Dictionary<string, object> { ["enabled"] = true, ["maxUnavailable"] = 1 },
        ["serviceMonitor"] = Monitor(args.Scraping),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint(int replicas) => new()
    {
        Workload = Name,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = replicas > 1 ? DisruptionBudget.OneAtATime : null,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.OpenTelemetryCollector.Name} {Pins.OpenTelemetryCollector.Version}, templates/deployment.yaml; replicas and requests in our values",
    };

    private static Dictionary<string, object> Ports(bool metrics)
    {
        var ports = _otherPorts.ToDictionary(port => port, object (_) => new Dictionary<string, object> { ["enabled"] = false });
        ports["metrics"] = new Dictionary<string, object> { ["enabled"] = metrics };
        return ports;
    }

    private static Dictionary<string, object> Variable(TraceHeaderArgs header) => new()
    {
        ["name"] = TracePipeline.HeaderVariable,
        ["valueFrom"] = new Dictionary<string, object>
        {
            ["secretKeyRef"] = new Dictionary<string, object> { ["name"] = header.ExistingSecret ?? HeaderSecret, ["key"] = header.Key },
        },
    };

    private static Dictionary<string, object> Monitor(ScrapingArgs? scraping) => scraping is null
        ? new() { ["enabled"] = false }
        : new()
        {
            ["enabled"] = true,
            ["extraLabels"] = HelmMonitors.Labels(scraping),
            ["metricsEndpoints"] = new object[] { new Dictionary<string, object> { ["port"] = "metrics", ["interval"] = scraping.Interval } },
        };

    private static Dictionary<string, object> Image(ImagePin pin)
    {
        var image = new Dictionary<string, object> { ["repository"] = pin.Repository, ["tag"] = pin.Tag };
        if (pin.Digest is { } digest)
        {
            // Then the chart leaves the tag out (templates/_pod.tpl).
            image["digest"] = digest;
        }

        return image;
    }
}
