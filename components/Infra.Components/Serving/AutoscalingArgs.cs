using Infra.Core.Serving.Autoscaling;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Horizontal autoscaling of a model. Each target is what one replica is to have; of several, the one that asks for most replicas wins.</summary>
public sealed class AutoscalingArgs : ResourceArgs
{
    /// <summary>Fewest replicas, 0 or more; with 0 the model sleeps until <see cref="Activation"/> wakes it.</summary>
    [Input("minReplicas", required: true)]
    public required int MinReplicas { get; init; }

    /// <summary>Most replicas, at least <see cref="MinReplicas"/>.</summary>
    [Input("maxReplicas", required: true)]
    public required int MaxReplicas { get; init; }

    /// <summary>Target CPU use in percent of the request, 1 to 100; null for none.</summary>
    [Input("cpuPercent")]
    public int? CpuPercent { get; init; }

    /// <summary>Target memory use in percent of the request, 1 to 100; null for none.</summary>
    [Input("memoryPercent")]
    public int? MemoryPercent { get; init; }

    /// <summary>Target of the time in which the GPUs work, in percent; null for none.</summary>
    [Input("gpuPercent")]
    public int? GpuPercent { get; init; }

    /// <summary>Target of used GPU memory in percent; null for none.</summary>
    [Input("gpuMemoryPercent")]
    public int? GpuMemoryPercent { get; init; }

    /// <summary>Target of requests that arrive per second; null for none.</summary>
    [Input("requestsPerSecond")]
    public double? RequestsPerSecond { get; init; }

    /// <summary>Target of requests in work at the same time, on Ray with those that wait; null for none.</summary>
    [Input("concurrency")]
    public int? Concurrency { get; init; }

    /// <summary>Target of requests that wait; null for none.</summary>
    [Input("queueDepth")]
    public int? QueueDepth { get; init; }

    /// <summary>Target of the KV cache in use, in percent; null for none.</summary>
    [Input("kvCachePercent")]
    public int? KvCachePercent { get; init; }

    /// <summary>Target of tokens that are made per second; null for none.</summary>
    [Input("tokensPerSecond")]
    public int? TokensPerSecond { get; init; }

    /// <summary>What else Prometheus is asked for. Default: none.</summary>
    [Input("queries")]
    public List<ScalingQueryArgs> Queries { get; init; } = [];

    /// <summary>What wakes a model that sleeps; needed with a minimum of 0. Default: none.</summary>
    [Input("activation")]
    public ActivationArgs? Activation { get; init; }

    /// <summary>Minor version of the cluster, such as <c>1.35</c>: newer ones scale finer. Default: unknown.</summary>
    [Input("kubernetesVersion")]
    public string? KubernetesVersion { get; init; }

    /// <summary>What becomes of the model when metrics are missing. Default: it keeps its replicas, and has at least the fewest, and never none.</summary>
    [Input("fallback")]
    public ScalingFallbackArgs? Fallback { get; init; }

    /// <summary>The input form of a specification; null for none.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="kubernetesVersion">Minor version of the cluster; null where nobody knows it.</param>
    public static AutoscalingArgs? From(AutoscalingSpec? spec, string? kubernetesVersion) => spec is null ? null : new AutoscalingArgs
    {
        MinReplicas = spec.Min,
        MaxReplicas = spec.Max,
        CpuPercent = Whole(spec, ScalingMetric.Cpu),
        MemoryPercent = Whole(spec, ScalingMetric.Memory),
        GpuPercent = Whole(spec, ScalingMetric.Gpu),
        GpuMemoryPercent = Whole(spec, ScalingMetric.GpuMemory),
        RequestsPerSecond = Value(spec, ScalingMetric.RequestsPerSecond),
        Concurrency = Whole(spec, ScalingMetric.Concurrency),
        QueueDepth = Whole(spec, ScalingMetric.QueueDepth),
        KvCachePercent = Whole(spec, ScalingMetric.KvCache),
        TokensPerSecond = Whole(spec, ScalingMetric.TokensPerSecond),
        Queries = [.. spec.Queries.Select(query => new ScalingQueryArgs { Name = query.Name, Query = query.Query, Target = query.Target })],
        Activation = ActivationArgs.From(spec.Activation),
        KubernetesVersion = kubernetesVersion,
        Fallback = spec.Fallback is { } fallback ? new ScalingFallbackArgs { Replicas = fallback.Replicas, Failures = fallback.Failures } : null,
    };

    /// <summary>The specification that these inputs mean.</summary>
    internal AutoscalingSpec ToSpec() => new()
    {
        Min = MinReplicas,
        Max = MaxReplicas,
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

    private static double? Value(AutoscalingSpec spec, ScalingMetric metric) => spec.Targets.FirstOrDefault(target => target.Metric == metric)?.Value;

    private static int? Whole(AutoscalingSpec spec, ScalingMetric metric) => (int?)Value(spec, metric);
}
