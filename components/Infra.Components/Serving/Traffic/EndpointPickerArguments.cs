using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Serving.Traffic;

/// <summary>
/// Arguments of an endpoint picker (llm-d/llm-d-router, tag v0.10.0, pkg/epp/server/options.go); its plugins and their weights are those of the chart of the same tag
/// (config/charts/routerlib/templates/_config.yaml). It reads vLLM's metrics where nobody names another server (plugins/datalayer/extractor/metrics/factories.go).
/// </summary>
internal static class EndpointPickerArguments
{
    // To have the prompt in the cache saves more than a short queue.
    private static readonly ImmutableArray<(string Plugin, int Weight)> _scorers = [("queue-scorer", 2), ("kv-cache-utilization-scorer", 2), ("prefix-cache-scorer", 3)];

    // The last one is for all paths that the others don't know; the picker would refuse these.
    private static readonly ImmutableArray<string> _parsers = ["openai-parser", "anthropic-parser", "vllmhttp-parser", "passthrough-parser"];

    /// <summary>The arguments.</summary>
    /// <param name="pool">Name of the InferencePool; its namespace is in a variable.</param>
    /// <param name="metrics">What the replicas tell of themselves.</param>
    /// <param name="longestRequestSeconds">Seconds of the longest answer, which passes through the picker.</param>
    public static string[] Of(string pool, RuntimeMetrics metrics, int longestRequestSeconds) =>
    [
        $"--pool-name={pool}",
        Number("grpc-port", EndpointPicker.Port),
        Number("grpc-health-port", EndpointPicker.HealthPort),
        Number("metrics-port", EndpointPicker.MetricsPort),
        // A network policy says who reads them; a check of tokens would need rights in the whole cluster.
        "--metrics-endpoint-auth=false",
        "--enable-pprof=false",
        "--tracing=false",
        "--zap-encoder=json",
        $"{Number("drain-timeout", longestRequestSeconds)}s",
        $"--config-text={Configuration(metrics).ToString(Formatting.None)}",
    ];

    private static JObject Configuration(RuntimeMetrics metrics) => new()
    {
        ["apiVersion"] = "llm-d.ai/v1alpha1",
        ["kind"] = "EndpointPickerConfig",
        ["plugins"] = new JArray(_scorers.Select(scorer => Plugin(scorer.Plugin)).Append(Source(metrics)).Append(Plugin("core-metrics-extractor")).Concat(_parsers.Select(Plugin))),
        ["schedulingProfiles"] = new JArray(new JObject
        {
            ["name"] = "default",
            ["plugins"] = new JArray(_scorers.Select(scorer => new JObject { ["pluginRef"] = scorer.Plugin, ["weight"] = scorer.Weight })),
        }),
        ["requestHandler"] = new JObject { ["parsers"] = new JArray(_parsers.Select(parser => new JObject { ["pluginRef"] = parser })) },
    };

    private static JObject Plugin(string type) => new() { ["type"] = type };

    private static JObject Source(RuntimeMetrics metrics) => new()
    {
        ["type"] = "metrics-data-source",
        ["parameters"] = new JObject { ["scheme"] = "http", ["path"] = metrics.Path },
    };

    private static string Number(string flag, int value) => string.Create(CultureInfo.InvariantCulture, $"--{flag}={value}");
}
