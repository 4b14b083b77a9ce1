using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>
/// What becomes of a runtime on Ray Serve: Ray starts the server, and its proxies answer in the server's place. Ports: ray-project/kuberay, tag v1.7.0,
/// controllers/ray/utils/constant.go.
/// </summary>
public static class RayServe
{
    /// <summary>Port of the proxies.</summary>
    public const int HttpPort = 8000;

    private const string HealthPath = "/-/healthz";

    /// <summary>Version of Ray in <see cref="Pins.RayLlm"/>.</summary>
    public static string RayVersion { get; } = Pins.RayLlm.Tag.Split('-')[0];

    /// <summary>The runtime on Ray.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="spec">Its specification elsewhere.</param>
    /// <param name="model">Name of the model.</param>
    public static RuntimeSpec On(ServingRuntime runtime, RuntimeSpec spec, string model)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with
        {
            Image = runtime == ServingRuntime.Vllm ? Pins.RayLlm.Reference : spec.Image,
            Architectures = [CpuArchitecture.Amd64],
            // KubeRay writes the command; what the server is told stands in the configuration of the application.
            Command = [],
            Arguments = [],
            HttpPort = HttpPort,
            GrpcPort = null,
            ReadyPath = HealthPath,
            LivePath = HealthPath,
            Metrics = Metrics(model),
            // A worker that is told to end takes its replica with it.
            Shutdown = ShutdownBehaviour.Drops,
        };
    }

    private static RuntimeMetrics Metrics(string model)
    {
        ImmutableArray<Matcher> ofModel = [Matcher.Is("application", model)];
        return new RuntimeMetrics
        {
            Port = RayPorts.Metrics,
            Path = "/metrics",
            Latency = new LatencyMetric.Histogram(new(RayServeMetrics.Latency, ofModel)),
            Counters = new RequestCounters([new(RayServeMetrics.Requests, ofModel)], new(RayServeMetrics.Requests, [.. ofModel, Matcher.Like("status_code", "5..")])),
        };
    }
}
