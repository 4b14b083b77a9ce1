using System.Globalization;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// PromQL of what all replicas of a model have together. A sum, not a mean: a mean over those that serve, times those that still load, would ask for ever
/// more. Metrics are those that the runtime's version and the project's DCGM exporter publish.
/// </summary>
public static class ScalingPromQl
{
    // What stands between a query and its 0 at rest.
    private const string AtRest = ") or on() (((";

    private static readonly Window _window = Window.Shortest;

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
        ? $"({query}{AtRest}{signal.PromQl}) <= {signal.Above.ToString(CultureInfo.InvariantCulture)}) * 0)"
        : query;

    /// <summary>Whether a query's missing answer is 0 where nothing asks for the model (<see cref="WhileAsleep"/>).</summary>
    /// <param name="query">PromQL of the demand.</param>
    public static bool IsZeroAtRest(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Contains(AtRest, StringComparison.Ordinal);
    }

    private static string? Find(ScalingMetric metric, ScaledModel model, string name) => (metric switch
    {
        ScalingMetric.Gpu when model.Devices > 0 => Gpu(model, name, Utilisation(model.Pieces)),
        ScalingMetric.GpuMemory when model.Devices > 0 => Gpu(model, name, MemoryPercent),
        ScalingMetric.RequestsPerSecond => model.Runtime.Metrics?.Counters?.PerSecond(name, _window),
        ScalingMetric.Concurrency => Sum(model.Runtime.Metrics?.Running, name),
        ScalingMetric.QueueDepth => Sum(model.Runtime.Metrics?.Waiting, name),
        ScalingMetric.KvCache => Sum(model.Runtime.Metrics?.CacheUse, name) is { } share ? 100 * share : null,
        ScalingMetric.TokensPerSecond => model.Runtime.Metrics?.Tokens is { } tokens ? tokens.Metric.Rate(_window, tokens.In(name)).Sum() : null,
        _ => null,
    })?.Text;

    private static Expression? Sum(ModelSeries<GaugeMetric>? series, string name) => series?.Metric.Now(series.In(name)).Sum();

    // Of one replica: the mean over its GPUs.
    private static Expression Gpu(ScaledModel model, string name, Func<Matcher[], Expression> percent)
    {
        var count = model.Devices * model.PodsPerReplica;
        var sum = GpuMetrics.OfPods(name, ScaleTarget.Of(model.Backend, model.Name).PodPattern, percent).Sum();
        return count == 1 ? sum : sum / count;
    }

    private static Func<Matcher[], Expression> Utilisation(GpuPieces pieces) => pieces == GpuPieces.Mig
        ? labels => 100 * GpuMetrics.EngineActive.Mean(_window, labels)
        : labels => GpuMetrics.Utilisation.Mean(_window, labels);

    private static Expression MemoryPercent(Matcher[] labels) => 100 * GpuMetrics.MemoryShare(labels);
}
