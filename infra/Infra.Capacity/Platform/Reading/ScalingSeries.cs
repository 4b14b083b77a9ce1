using System.Text.Json.Nodes;
using Infra.Capacity.Control;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Capacity.Platform.Reading;

/// <summary>What a trigger of KEDA asks Prometheus for, by the trigger's name: our own carry the names of configuration.</summary>
internal static class ScalingSeries
{
    // Name of the trigger that only wakes a model (ModelScaledObject).
    private const string Activation = "activation";

    private static readonly Dictionary<string, (ObservedMetric Metric, bool HasWindow)> _byName = new(StringComparer.Ordinal)
    {
        [ScalingMetrics.Key(ScalingMetric.Gpu)] = (ObservedMetric.Gpu, true),
        [ScalingMetrics.Key(ScalingMetric.GpuMemory)] = (ObservedMetric.GpuMemory, false),
        [ScalingMetrics.Key(ScalingMetric.RequestsPerSecond)] = (ObservedMetric.RequestsPerSecond, true),
        [ScalingMetrics.Key(ScalingMetric.Concurrency)] = (ObservedMetric.Concurrency, false),
        [ScalingMetrics.Key(ScalingMetric.QueueDepth)] = (ObservedMetric.QueueDepth, false),
        [ScalingMetrics.Key(ScalingMetric.KvCache)] = (ObservedMetric.KvCache, false),
        [ScalingMetrics.Key(ScalingMetric.TokensPerSecond)] = (ObservedMetric.TokensPerSecond, true),
        [Activation] = (ObservedMetric.ArrivalsPerSecond, true),
    };

    /// <summary>Whether a trigger only wakes a model.</summary>
    /// <param name="trigger">The trigger.</param>
    public static bool IsSignal(JsonNode trigger) => (string?)trigger["type"] == "prometheus" && (string?)trigger["name"] == Activation;

    /// <summary>The metric; null for a query of the user's own.</summary>
    /// <param name="trigger">Name of the trigger.</param>
    /// <param name="scrapeMicros">Time between two scrapes.</param>
    public static MetricSource? Of(string trigger, long scrapeMicros) =>
        _byName.TryGetValue(trigger, out var found) ? new MetricSource(found.Metric, scrapeMicros, found.HasWindow ? JsonNumbers.Micros(Window.Shortest.Time) : 0) : null;
}
