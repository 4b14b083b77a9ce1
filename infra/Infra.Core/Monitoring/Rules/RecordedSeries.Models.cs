using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Rules;

/// <content>Series of one model each, over all its replicas, with the labels <c>namespace</c>, <c>model</c> and, where the model has one, <c>tenant</c>.</content>
public static partial class RecordedSeries
{
    /// <summary>Base: CPU cores in use.</summary>
    public static readonly GaugeMetric Cpu = OfModel("cpu_cores", "rate5m");

    /// <summary>Base: bytes of memory that can't be taken back.</summary>
    public static readonly GaugeMetric Memory = OfModel("memory_bytes", "sum");

    /// <summary>Base: bytes read from and written to disks per second.</summary>
    public static readonly GaugeMetric Disk = OfModel("disk_bytes", "rate5m");

    /// <summary>Base: bytes received per second.</summary>
    public static readonly GaugeMetric Received = OfModel("network_received_bytes", "rate5m");

    /// <summary>Base: bytes sent per second.</summary>
    public static readonly GaugeMetric Sent = OfModel("network_sent_bytes", "rate5m");

    /// <summary>Base: pods that are ready.</summary>
    public static readonly GaugeMetric ReadyPods = OfModel("ready_pods", "sum");

    /// <summary>Base: share of the pods that the model always has that are ready, 0 to 1; none for a model that may sleep.</summary>
    public static readonly GaugeMetric Availability = OfModel("availability", "ratio");

    /// <summary>Base: the rest of that share, from the first time on that a pod was ready.</summary>
    public static readonly GaugeMetric Unavailability = OfModel("unavailability", "ratio");

    /// <summary>Business: requests per second.</summary>
    public static readonly GaugeMetric Requests = OfModel("requests", "rate5m");

    /// <summary>Business: requests per second that the server failed to answer.</summary>
    public static readonly GaugeMetric FailedRequests = OfModel("failed_requests", "rate5m");

    /// <summary>Business: share of requests that failed, 0 to 1.</summary>
    public static readonly GaugeMetric ErrorRatio = OfModel("error", "ratio5m");

    /// <summary>Business: seconds within which half of the requests are answered.</summary>
    public static readonly GaugeMetric LatencyP50 = OfModel("latency_seconds", "p50_5m");

    /// <summary>Business: seconds within which 95 % of the requests are answered.</summary>
    public static readonly GaugeMetric LatencyP95 = OfModel("latency_seconds", "p95_5m");

    /// <summary>Business: seconds within which 99 % of the requests are answered.</summary>
    public static readonly GaugeMetric LatencyP99 = OfModel("latency_seconds", "p99_5m");

    /// <summary>Business: requests per second whose latency was measured.</summary>
    public static readonly GaugeMetric TimedRequests = OfModel("timed_requests", "rate5m");

    /// <summary>Business: of these, those that took longer than the objective.</summary>
    public static readonly GaugeMetric SlowRequests = OfModel("slow_requests", "rate5m");

    /// <summary>Business: of these, those that took longer than the objective of the 99th percentile.</summary>
    public static readonly GaugeMetric VerySlowRequests = OfModel("very_slow_requests", "rate5m");

    /// <summary>Business: requests that wait for their turn.</summary>
    public static readonly GaugeMetric Waiting = OfModel("waiting_requests", "sum");

    /// <summary>Business: requests in work.</summary>
    public static readonly GaugeMetric Running = OfModel("running_requests", "sum");

    /// <summary>Model: tokens of prompts per second.</summary>
    public static readonly GaugeMetric PromptTokens = OfModel("prompt_tokens", "rate5m");

    /// <summary>Model: tokens of answers per second.</summary>
    public static readonly GaugeMetric AnswerTokens = OfModel("answer_tokens", "rate5m");

    /// <summary>Model: tokens of a prompt, on average.</summary>
    public static readonly GaugeMetric PromptLength = OfModel("prompt_length_tokens", "mean5m");

    /// <summary>Model: tokens of an answer, on average.</summary>
    public static readonly GaugeMetric AnswerLength = OfModel("answer_length_tokens", "mean5m");

    /// <summary>Model: share of the KV cache in use, 0 to 1, of the fullest replica.</summary>
    public static readonly GaugeMetric KvCache = OfModel("kv_cache", "ratio");

    /// <summary>Model: requests (of a predictive server) or tokens (of a language model) that are computed at once, on average.</summary>
    public static readonly GaugeMetric BatchSize = OfModel("batch_size", "mean5m");

    /// <summary>Model: seconds within which 95 % of the requests have their first token.</summary>
    public static readonly GaugeMetric FirstTokenP95 = OfModel("first_token_seconds", "p95_5m");

    /// <summary>Model: requests per second whose first token was timed.</summary>
    public static readonly GaugeMetric TimedFirstTokens = OfModel("timed_first_tokens", "rate5m");

    /// <summary>Model: of these, those that took longer than the objective.</summary>
    public static readonly GaugeMetric SlowFirstTokens = OfModel("slow_first_tokens", "rate5m");

    /// <summary>Model: seconds between tokens, the 95th percentile.</summary>
    public static readonly GaugeMetric InterTokenP95 = OfModel("inter_token_seconds", "p95_5m");

    /// <summary>Model: gaps between tokens per second.</summary>
    public static readonly GaugeMetric TimedTokens = OfModel("timed_tokens", "rate5m");

    /// <summary>Model: of these, those that took longer than the objective.</summary>
    public static readonly GaugeMetric SlowTokens = OfModel("slow_tokens", "rate5m");

    /// <summary>Model: seconds that 95 % of the requests wait at most before they are computed.</summary>
    public static readonly GaugeMetric QueueP95 = OfModel("queue_seconds", "p95_5m");

    /// <summary>Model: requests per second whose waiting was timed.</summary>
    public static readonly GaugeMetric TimedQueue = OfModel("timed_queue", "rate5m");

    /// <summary>Model: of these, those that waited longer than the objective.</summary>
    public static readonly GaugeMetric SlowQueue = OfModel("slow_queue", "rate5m");

    /// <summary>Resource: GPUs, or pieces of them, that the model has.</summary>
    public static readonly GaugeMetric Gpus = OfModel("gpus", "count");

    /// <summary>Resource: use of its GPUs, 0 to 1, on average.</summary>
    public static readonly GaugeMetric GpuUse = OfModel("gpu_use", "ratio");

    /// <summary>Resource: share of the memory of its GPUs in use, 0 to 1, of the fullest.</summary>
    public static readonly GaugeMetric GpuMemory = OfModel("gpu_memory", "ratio");

    /// <summary>Resource: power that its GPUs draw in W.</summary>
    public static readonly GaugeMetric GpuPower = OfModel("gpu_power_watts", "sum");

    private static GaugeMetric OfModel(string metric, string operation) => Of("model", metric, operation, "model", "tenant");
}
