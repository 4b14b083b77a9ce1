using System.Globalization;
using Infra.Core.Accelerators;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// PromQL of what all replicas of a model have together. A sum, not a mean: a mean over those that serve, times those that still load, would ask for ever
/// more. Metrics are those that the runtime's version and the project's DCGM exporter publish.
/// </summary>
public static class ScalingPromQl
{
    // Four scrapes at the interval of models and exporters (30 s): with fewer, one that is late makes a gap.
    private const string Window = "2m";

    /// <summary>The demand; null where the model has no such metric.</summary>
    /// <param name="metric">The metric; one that Prometheus has.</param>
    /// <param name="model">The model.</param>
    /// <param name="namespaceName">Its namespace.</param>
    public static string Of(ScalingMetric metric, ScaledModel model, string namespaceName)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Find(metric, model, namespaceName) ?? throw new ArgumentOutOfRangeException(nameof(metric), metric, "The model doesn't have it.");
    }

    /// <summary>Whether the model has the metric, where everything is scraped.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="model">The model.</param>
    public static bool Has(ScalingMetric metric, ScaledModel model) => Find(metric, model, "") is not null;

    /// <summary>
    /// The same for a model that may sleep. Its pods' metrics go away with the pods, and KEDA would take that for a fault and wake the model; so where nothing
    /// asks for the model, none is 0. Where something does ask, none is still a fault.
    /// </summary>
    /// <param name="query">PromQL of the demand.</param>
    /// <param name="activation">What wakes the model; null for nothing.</param>
    public static string WhileAsleep(string query, ActivationSignal? activation) => activation is ActivationSignal.Query signal
        ? $"({query}) or on() ((({signal.PromQl}) <= {signal.Above.ToString(CultureInfo.InvariantCulture)}) * 0)"
        : query;

    private static string? Find(ScalingMetric metric, ScaledModel model, string name) => metric switch
    {
        ScalingMetric.Gpu when model.Devices > 0 => Gpu(model, name, Utilisation(model.Pieces)),
        ScalingMetric.GpuMemory when model.Devices > 0 => Gpu(model, name, MemoryShare),
        ScalingMetric.RequestsPerSecond => model.Runtime.Metrics?.Counters?.PerSecond(name, Window),
        ScalingMetric.Concurrency => Sum(model.Runtime.Metrics?.Running, name),
        ScalingMetric.QueueDepth => Sum(model.Runtime.Metrics?.Waiting, name),
        ScalingMetric.KvCache => Sum(model.Runtime.Metrics?.CacheUse, name) is { } share ? $"100 * {share}" : null,
        ScalingMetric.TokensPerSecond => model.Runtime.Metrics?.Tokens is { } tokens ? $"sum(rate({tokens.In(name)}[{Window}]))" : null,
        _ => null,
    };

    private static string? Sum(MetricSeries? series, string name) => series is null ? null : $"sum({series.In(name)})";

    // Of one replica: the mean over its GPUs.
    private static string Gpu(ScaledModel model, string name, Func<string, string> percent)
    {
        var pods = ScaleTarget.Of(model.Backend, model.Name).PodPattern;
        var count = model.Devices * model.PodsPerReplica;
        // The labels of the pod that uses the GPU are renamed where the monitor doesn't honor the exporter's (honorLabels of the charts, false).
        var sum = $"sum({percent($"exported_namespace=\"{name}\",exported_pod=~\"{pods}\"")} or {percent($"namespace=\"{name}\",pod=~\"{pods}\"")})";
        return count == 1 ? sum : $"{sum} / {count}";
    }

    private static Func<string, string> Utilisation(GpuPieces pieces) => pieces == GpuPieces.Mig
        ? labels => $"100 * avg_over_time({DcgmMetrics.EngineActive}{{{labels}}}[{Window}])"
        : labels => $"avg_over_time({DcgmMetrics.Utilisation}{{{labels}}}[{Window}])";

    private static string MemoryShare(string labels)
    {
        string Of(string metric) => $"{metric}{{{labels}}}";
        return $"100 * {Of(DcgmMetrics.MemoryUsed)} / ({Of(DcgmMetrics.MemoryUsed)} + {Of(DcgmMetrics.MemoryFree)} + {Of(DcgmMetrics.MemoryReserved)})";
    }
}
