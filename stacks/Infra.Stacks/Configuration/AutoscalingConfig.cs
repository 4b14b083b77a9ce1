using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Horizontal autoscaling of a model. Each target is what one replica is to have; of several, the one that asks for most replicas wins. CPU and memory are measured by Kubernetes; everything
/// else takes a Prometheus (<c>monitoring.prometheus</c>) and installs KEDA. The backend <c>ray</c> has its own, on concurrency.
/// </summary>
public sealed record AutoscalingConfig : IConfigRules
{
    /// <summary>Fewest replicas; with 0 the model sleeps until activation wakes it. Default: 1.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int Min { get; init; } = 1;

    /// <summary>Most replicas.</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int Max { get; init; }

    /// <summary>Target CPU use in percent of the request.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? CpuPercent { get; init; }

    /// <summary>Target memory use in percent of the request.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? MemoryPercent { get; init; }

    /// <summary>Target of the time in which the GPUs work, in percent. Not for GPUs that are shared by time-slicing or MPS.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? GpuPercent { get; init; }

    /// <summary>Target of used GPU memory in percent. Only for servers that give memory back: neither vllm nor tensorflow-serving.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? GpuMemoryPercent { get; init; }

    /// <summary>Target of requests that arrive per second.</summary>
    [InRange(Min = 0.001, Max = 1_000_000)]
    public double? RequestsPerSecond { get; init; }

    /// <summary>Target of requests in work at the same time; on Ray with those that wait.</summary>
    [InRange(Min = 1, Max = 100_000)]
    public int? Concurrency { get; init; }

    /// <summary>Target of requests that wait. An empty queue doesn't tell how busy replicas are: with concurrency or kvCachePercent beside it, none goes away that still works.</summary>
    [InRange(Min = 1, Max = 100_000)]
    public int? QueueDepth { get; init; }

    /// <summary>Target of the KV cache in use, in percent.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? KvCachePercent { get; init; }

    /// <summary>Target of tokens that are made per second.</summary>
    [InRange(Min = 1, Max = 1_000_000)]
    public int? TokensPerSecond { get; init; }

    /// <summary>What else Prometheus is asked for. Default: none.</summary>
    public ImmutableArray<ScalingQueryConfig> Queries { get; init; } = [];

    /// <summary>What wakes the model; for a min of 0, which needs it. Default: none.</summary>
    public ActivationConfig? Activation { get; init; }

    /// <summary>What becomes of the model when metrics are missing. Default: it keeps its replicas, and has at least min of them, and never none.</summary>
    public ScalingFallbackConfig? Fallback { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems) => AutoscalingRules.Check(path, ToSpec(), problems);

    /// <summary>The specification.</summary>
    internal AutoscalingSpec ToSpec() => new()
    {
        Min = Min,
        Max = Max,
        Targets =
        [
            .. Target(ScalingMetric.Cpu, CpuPercent),
            .. Target(ScalingMetric.Memory, MemoryPercent),
            .. Target(ScalingMetric.Gpu, GpuPercent),
            .. Target(ScalingMetric.GpuMemory, GpuMemoryPercent),
            .. Target(ScalingMetric.RequestsPerSecond, RequestsPerSecond),
            .. Target(ScalingMetric.Concurrency, Concurrency),
            .. Target(ScalingMetric.QueueDepth, QueueDepth),
            .. Target(ScalingMetric.KvCache, KvCachePercent),
            .. Target(ScalingMetric.TokensPerSecond, TokensPerSecond),
        ],
        Queries = [.. Queries.Select(query => new ScalingQuery(query.Name, query.Query, query.Target))],
        Activation = Activation?.ToSignal(),
        Fallback = Fallback is { } fallback ? new ScalingFallback(fallback.Replicas, fallback.Failures) : null,
    };

    private static IEnumerable<ScalingTarget> Target(ScalingMetric metric, double? value) => value is { } target ? [new ScalingTarget(metric, target)] : [];
}

/// <summary>Something that Prometheus is asked for.</summary>
public sealed record ScalingQueryConfig
{
    /// <summary>Its name; unique in the model.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(40)]
    public required string Name { get; init; }

    /// <summary>PromQL of one number: what all replicas have together, so that replicas which still load aren't asked for twice. No answer is a fault, and not 0.</summary>
    [NonEmpty]
    public required string Query { get; init; }

    /// <summary>So much of it for one replica.</summary>
    [InRange(Min = 0.001, Max = 1_000_000_000)]
    public required double Target { get; init; }
}

/// <summary>What wakes a model that sleeps: exactly one of the two. Until it serves, callers get errors, and have to try again.</summary>
public sealed record ActivationConfig : IConfigRules
{
    /// <summary>PromQL of one number that doesn't come from the model's pods, such as the requests that a gateway gets for the model. No answer is a fault, and wakes it.</summary>
    [NonEmpty]
    public string? Query { get; init; }

    /// <summary>The model runs while the query's answer is greater than this. Default: 0.</summary>
    public double Above { get; init; }

    /// <summary>A queue that the model's container works through.</summary>
    public ActivationQueueConfig? Queue { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if ((Query is null) == (Queue is null) && !problems.Cover(path))
        {
            problems.Add(path, Query is null ? "is empty; set query or queue" : "has both query and queue; remove one of them");
        }
    }

    internal ActivationSignal? ToSignal() => this switch
    {
        { Query: { } query } => new ActivationSignal.Query(query, Above),
        { Queue: { } queue } => new ActivationSignal.Messages(queue.Arn, queue.MessagesPerReplica),
        _ => null,
    };
}

/// <summary>A queue of Amazon SQS that wakes a model and counts its replicas.</summary>
public sealed record ActivationQueueConfig
{
    /// <summary>ARN of the queue, <c>arn:aws:sqs:REGION:ACCOUNT:NAME</c>. KEDA gets the permission to read its length.</summary>
    [Matches("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}(\\.fifo)?", "the ARN of a queue: arn:aws:sqs:REGION:ACCOUNT:NAME")]
    public required string Arn { get; init; }

    /// <summary>Messages for each replica, with those in work. Default: 5.</summary>
    [InRange(Min = 1, Max = 100_000)]
    public int MessagesPerReplica { get; init; } = 5;
}

/// <summary>What becomes of a model when metrics are missing: it keeps its replicas, and has at least these.</summary>
public sealed record ScalingFallbackConfig
{
    /// <summary>Replicas that it has at least, 1 or more, but no more than max.</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int Replicas { get; init; }

    /// <summary>After so many answers that are missing. Default: 3.</summary>
    [InRange(Min = 1, Max = 100)]
    public int Failures { get; init; } = ScalingFallback.DefaultFailures;
}
