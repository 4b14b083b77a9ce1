using Infra.Core.Configuration;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>What is known of metrics.</summary>
public static class ScalingMetrics
{
    /// <summary>Every metric, in the order of the enumeration.</summary>
    public static IEnumerable<ScalingMetric> All => Enum.GetValues<ScalingMetric>();

    /// <summary>Key of the metric's target, below <c>autoscaling</c>.</summary>
    public static string Key(ScalingMetric metric) => WireNames.Name(metric);

    /// <summary>What it is, to follow "autoscaling on".</summary>
    public static string Words(ScalingMetric metric) => metric switch
    {
        ScalingMetric.Cpu => "CPU use",
        ScalingMetric.Memory => "memory use",
        ScalingMetric.Gpu => "GPU use",
        ScalingMetric.GpuMemory => "GPU memory",
        ScalingMetric.RequestsPerSecond => "requests per second",
        ScalingMetric.Concurrency => "requests in work",
        ScalingMetric.QueueDepth => "requests that wait",
        ScalingMetric.KvCache => "use of the KV cache",
        ScalingMetric.TokensPerSecond => "tokens per second",
        ScalingMetric.Queries => "queries of one's own",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    /// <summary>Whether the kubelet measures it, so that nobody needs Prometheus.</summary>
    public static bool IsResource(ScalingMetric metric) => metric is ScalingMetric.Cpu or ScalingMetric.Memory;

    /// <summary>Whether the DCGM exporter measures it.</summary>
    public static bool IsOfGpu(ScalingMetric metric) => metric is ScalingMetric.Gpu or ScalingMetric.GpuMemory;
}
