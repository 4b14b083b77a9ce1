using System.Collections.Immutable;
using Infra.Core.Versions;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>What vLLM publishes of a model. The older version names some things otherwise, and its histograms end earlier.</summary>
public sealed record VllmMetrics
{
    private static readonly ImmutableArray<double> _requestBounds =
        [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680];

    private static readonly ImmutableArray<double> _firstTokenBounds =
        [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560];

    private static readonly ImmutableArray<double> _tokenBounds = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80];

    private VllmMetrics(Exporter exporter, string cacheUse, string interToken, ImmutableArray<double> request, ImmutableArray<double> firstToken, ImmutableArray<double> token)
    {
        string[] labels = ["model_name", "engine"];
        Exporter = exporter;
        Latency = new("vllm:e2e_request_latency_seconds", exporter, labels) { Buckets = request };
        FirstToken = new("vllm:time_to_first_token_seconds", exporter, labels) { Buckets = firstToken };
        InterToken = new(interToken, exporter, labels) { Buckets = token };
        Queue = new("vllm:request_queue_time_seconds", exporter, labels) { Buckets = request };
        Running = new("vllm:num_requests_running", exporter, labels);
        Waiting = new("vllm:num_requests_waiting", exporter, labels);
        CacheUse = new(cacheUse, exporter, labels);
        PromptTokens = new("vllm:prompt_tokens_total", exporter, labels);
        AnswerTokens = new("vllm:generation_tokens_total", exporter, labels);
        PromptLength = new("vllm:request_prompt_tokens", exporter, labels);
        AnswerLength = new("vllm:request_generation_tokens", exporter, labels);
        BatchTokens = new("vllm:iteration_tokens_total", exporter, labels);
        Requests = new("http_requests_total", exporter, "handler", "method", "status");
    }

    /// <summary>Of the pinned version.</summary>
    public static readonly VllmMetrics Current = new(
        new Exporter("vLLM", Pins.Vllm.Tag, "vllm-project/vllm, vllm/v1/metrics/loggers.py; docs.vllm.ai/en/stable/usage/metrics; docs/design/metrics.md for http_requests_total and its classes of status"),
        "vllm:kv_cache_usage_perc",
        // Before 0.11 vllm:time_per_output_token_seconds.
        "vllm:inter_token_latency_seconds",
        _requestBounds,
        _firstTokenBounds,
        _tokenBounds);

    /// <summary>Of the version for Volta, on its engine V0. Bounds are those that all releases around it have.</summary>
    public static readonly VllmMetrics OnVolta = new(
        new Exporter("vLLM", Pins.VllmForVolta.Tag, "docs.vllm.ai/en/v0.8.5/serving/metrics.html; vllm-project/vllm, docs/source/design/v1/metrics.md (what v0 has), vllm/engine/metrics.py at 00c33e81 and f0afa0c2 (bounds)"),
        "vllm:gpu_cache_usage_perc",
        "vllm:time_per_output_token_seconds",
        [1, 2.5, 5, 10, 15, 20, 30, 40, 50, 60],
        [.. _firstTokenBounds.TakeWhile(bound => bound <= 10)],
        [.. _tokenBounds.TakeWhile(bound => bound <= 2.5)]);

    /// <summary>Who publishes them.</summary>
    public Exporter Exporter { get; }

    /// <summary>From the arrival of a request to its last token, in s.</summary>
    public HistogramMetric Latency { get; }

    /// <summary>From the arrival of a request to its first token, in s.</summary>
    public HistogramMetric FirstToken { get; }

    /// <summary>Between two tokens, in s.</summary>
    public HistogramMetric InterToken { get; }

    /// <summary>How long a request waited, in s.</summary>
    public HistogramMetric Queue { get; }

    /// <summary>Requests in work.</summary>
    public GaugeMetric Running { get; }

    /// <summary>Requests that wait.</summary>
    public GaugeMetric Waiting { get; }

    /// <summary>Share of the KV cache in use, 0 to 1.</summary>
    public GaugeMetric CacheUse { get; }

    /// <summary>Tokens of prompts.</summary>
    public CounterMetric PromptTokens { get; }

    /// <summary>Tokens of answers.</summary>
    public CounterMetric AnswerTokens { get; }

    /// <summary>Tokens of a prompt; its buckets depend on the model's context.</summary>
    public HistogramMetric PromptLength { get; }

    /// <summary>Tokens of an answer; its buckets depend on the model's context.</summary>
    public HistogramMetric AnswerLength { get; }

    /// <summary>Tokens of one step of the engine: a histogram, in spite of its name.</summary>
    public HistogramMetric BatchTokens { get; }

    /// <summary>Requests over HTTP, counted before the engine sees them, so that an engine that died counts too.</summary>
    public CounterMetric Requests { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<Metric> All =>
        [Latency, FirstToken, InterToken, Queue, Running, Waiting, CacheUse, PromptTokens, AnswerTokens, PromptLength, AnswerLength, BatchTokens, Requests];
}
