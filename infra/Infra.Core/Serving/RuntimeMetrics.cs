namespace Infra.Core.Serving;

/// <summary>What a runtime tells Prometheus about one model. Names are those of the image's version; <see cref="Source"/> says where they were read.</summary>
public sealed record RuntimeMetrics
{
    /// <summary>Port that serves them; null for that of the REST interface.</summary>
    public int? Port { get; init; }

    /// <summary>Their path.</summary>
    public required string Path { get; init; }

    /// <summary>Where the names were read.</summary>
    public required string Source { get; init; }

    /// <summary>How long requests take; null where nobody told us.</summary>
    public LatencyMetric? Latency { get; init; }

    /// <summary>What is counted; null where nobody told us.</summary>
    public RequestCounters? Counters { get; init; }

    /// <summary>Gauge of requests that wait for their turn, by which a model is scaled; null where the runtime doesn't tell.</summary>
    public MetricSeries? Waiting { get; init; }

    /// <summary>Gauge of requests in work; null where the runtime doesn't tell.</summary>
    public MetricSeries? Running { get; init; }

    /// <summary>Gauge of the KV cache in use, 0 to 1; null for what has none.</summary>
    public MetricSeries? CacheUse { get; init; }

    /// <summary>Time to the first token; null for what makes none.</summary>
    public LatencyMetric? FirstToken { get; init; }

    /// <summary>Counter of tokens that were made; null for what makes none.</summary>
    public MetricSeries? Tokens { get; init; }

    /// <summary>The metrics of one instance's pods alone, where those of another say the same of themselves.</summary>
    /// <param name="instance">The instance.</param>
    public RuntimeMetrics Of(string instance) => this with
    {
        Latency = Latency?.Of(instance),
        Counters = Counters?.Of(instance),
        Waiting = Waiting?.Of(instance),
        Running = Running?.Of(instance),
        CacheUse = CacheUse?.Of(instance),
        FirstToken = FirstToken?.Of(instance),
        Tokens = Tokens?.Of(instance),
    };
}
