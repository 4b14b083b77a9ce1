using Infra.Core.Configuration;
using Infra.Core.Monitoring.Traces;

namespace Infra.Components.Monitoring.Traces;

/// <summary>
/// The collector's configuration: what comes in by OTLP is sampled and handed on. Names of components and their settings: open-telemetry/opentelemetry-collector, tag
/// v0.158.0, and the processor probabilistic_sampler of opentelemetry-collector-contrib, all of which the distribution for Kubernetes has.
/// </summary>
internal static class TracePipeline
{
    /// <summary>Port for OTLP over HTTP.</summary>
    public const int HttpPort = 4318;

    /// <summary>Port for OTLP over gRPC.</summary>
    public const int GrpcPort = 4317;

    /// <summary>Port of its own metrics.</summary>
    public const int MetricsPort = 8888;

    /// <summary>Port of its health; the chart's probes ask there.</summary>
    public const int HealthPort = 13133;

    /// <summary>Variable that holds the value of the receiver's header.</summary>
    public const string HeaderVariable = "OTLP_HEADER";

    // The chart's variable; on every address the collector would warn of it.
    private const string PodIp = "${env:MY_POD_IP}";

    /// <summary>The configuration.</summary>
    public static Dictionary<string, object> For(TraceCollectorArgs args)
    {
        var exporter = IsGrpc(args) ? "otlp_grpc" : "otlp_http";
        return new()
        {
            ["extensions"] = Map("health_check", Map("endpoint", $"{PodIp}:{HealthPort}")),
            ["receivers"] = Map("otlp", Map("protocols", new() { ["http"] = Listen(HttpPort), ["grpc"] = Listen(GrpcPort) })),
            ["processors"] = new Dictionary<string, object>
            {
                // Refuses what comes in before the container's memory is full; who sent it tries again.
                ["memory_limiter"] = new Dictionary<string, object> { ["check_interval"] = "1s", ["limit_percentage"] = 80, ["spike_limit_percentage"] = 25 },
                // By the trace's id, so that pods agree about it without a word.
                ["probabilistic_sampler"] = Map("sampling_percentage", (double)((decimal)args.SampleRatio * 100)),
                ["batch"] = new Dictionary<string, object> { ["timeout"] = "5s", ["send_batch_max_size"] = 8192 },
            },
            ["exporters"] = Map(exporter, Exporter(args)),
            ["service"] = new Dictionary<string, object>
            {
                ["extensions"] = new object[] { "health_check" },
                ["pipelines"] = Map("traces", new()
                {
                    ["receivers"] = new object[] { "otlp" },
                    ["processors"] = new object[] { "memory_limiter", "probabilistic_sampler", "batch" },
                    ["exporters"] = new object[] { exporter },
                }),
                ["telemetry"] = Map("metrics", Map("readers", new object[] { Map("pull", Map("exporter", Map("prometheus", new() { ["host"] = PodIp, ["port"] = MetricsPort }))) })),
            },
        };
    }

    private static Dictionary<string, object> Exporter(TraceCollectorArgs args)
    {
        var exporter = Map("endpoint", args.Endpoint);
        if (args.Header is { } header)
        {
            exporter["headers"] = Map(header.Name, $"${{env:{HeaderVariable}}}");
        }

        if (IsGrpc(args) && args.Endpoint.StartsWith("http://", StringComparison.Ordinal))
        {
            exporter["tls"] = Map("insecure", true);
        }

        return exporter;
    }

    private static bool IsGrpc(TraceCollectorArgs args) => args.Protocol == WireNames.Name(OtlpProtocol.Grpc);

    private static Dictionary<string, object> Listen(int port) => Map("endpoint", $"{PodIp}:{port}");

    private static Dictionary<string, object> Map(string key, object value) => new() { [key] = value };

    private static Dictionary<string, object> Map(string key, Dictionary<string, object> value) => new() { [key] = value };
}
