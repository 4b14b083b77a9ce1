using Infra.Core.Configuration;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>By what replicas are counted. Its text is the key of the target, in configuration and component inputs.</summary>
public enum ScalingMetric
{
    /// <summary>CPU use in percent of the request.</summary>
    [WireName("cpuPercent")]
    Cpu,

    /// <summary>Memory use in percent of the request.</summary>
    [WireName("memoryPercent")]
    Memory,

    /// <summary>Time in which the GPUs work, in percent.</summary>
    [WireName("gpuPercent")]
    Gpu,

    /// <summary>Used GPU memory in percent.</summary>
    [WireName("gpuMemoryPercent")]
    GpuMemory,

    /// <summary>Requests that arrive per second.</summary>
    RequestsPerSecond,

    /// <summary>Requests in work at the same time.</summary>
    Concurrency,

    /// <summary>Requests that wait.</summary>
    QueueDepth,

    /// <summary>Use of the KV cache in percent.</summary>
    [WireName("kvCachePercent")]
    KvCache,

    /// <summary>Tokens that are made per second.</summary>
    TokensPerSecond,

    /// <summary>Whatever the user asks Prometheus for.</summary>
    Queries,
}
