using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Serving;

/// <summary>What a runtime tells Prometheus about one model; null is what it doesn't tell. Each metric says of which version it is, and where it was read.</summary>
public sealed record RuntimeMetrics
{
    /// <summary>Port that serves them; null for that of the REST interface.</summary>
    public int? Port { get; init; }

    /// <summary>Their path.</summary>
    public required string Path { get; init; }

    /// <summary>How long requests take.</summary>
    public LatencyMetric? Latency { get; init; }

    /// <summary>What is counted of requests.</summary>
    public RequestCounters? Counters { get; init; }

    /// <summary>Requests that wait for their turn, by which a model is scaled.</summary>
    public ModelSeries<GaugeMetric>? Waiting { get; init; }

    /// <summary>Requests in work.</summary>
    public ModelSeries<GaugeMetric>? Running { get; init; }

    /// <summary>KV cache in use, 0 to 1.</summary>
    public ModelSeries<GaugeMetric>? CacheUse { get; init; }

    /// <summary>Time to the first token.</summary>
    public LatencyMetric? FirstToken { get; init; }

    /// <summary>Time between two tokens.</summary>
    public LatencyMetric? InterToken { get; init; }

    /// <summary>Time that requests wait.</summary>
    public LatencyMetric? Queue { get; init; }

    /// <summary>Tokens that were made.</summary>
    public ModelSeries<CounterMetric>? Tokens { get; init; }

    /// <summary>Tokens of prompts.</summary>
    public ModelSeries<CounterMetric>? PromptTokens { get; init; }

    /// <summary>Tokens of a prompt, on average.</summary>
    public MeanMetric? PromptLength { get; init; }

    /// <summary>Tokens of an answer, on average.</summary>
    public MeanMetric? AnswerLength { get; init; }

    /// <summary>What is computed at once, on average: tokens of a language model, requests of others.</summary>
    public MeanMetric? BatchSize { get; init; }

    /// <summary>Every metric in it.</summary>
    public IEnumerable<Metric> All =>
    [
        .. new[] { Latency, FirstToken, InterToken, Queue }.OfType<LatencyMetric>().Select(latency => latency.Metric),
        .. new[] { Waiting, Running, CacheUse }.OfType<ModelSeries<GaugeMetric>>().Select(series => series.Metric),
        .. new[] { Tokens, PromptTokens }.OfType<ModelSeries<CounterMetric>>().Concat(Counters is null ? [] : [.. Counters.All, Counters.Failed]).Select(series => series.Metric),
        .. new[] { PromptLength, AnswerLength, BatchSize }.OfType<MeanMetric>().SelectMany(mean => mean.Metrics),
    ];

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
        InterToken = InterToken?.Of(instance),
        Queue = Queue?.Of(instance),
        Tokens = Tokens?.Of(instance),
        PromptTokens = PromptTokens?.Of(instance),
        PromptLength = PromptLength?.Of(instance),
        AnswerLength = AnswerLength?.Of(instance),
        BatchSize = BatchSize?.Of(instance),
    };
}
