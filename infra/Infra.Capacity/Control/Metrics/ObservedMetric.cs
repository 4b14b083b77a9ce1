namespace Infra.Capacity.Control;

/// <summary>What a scaler looks at. The simulation measures it; of all replicas together, unless it says otherwise.</summary>
public enum ObservedMetric
{
    /// <summary>CPU of each pod, in thousandths of a core.</summary>
    Cpu,

    /// <summary>Memory of each pod.</summary>
    Memory,

    /// <summary>Time in which the GPUs of a replica work, in percent, as a sum over replicas.</summary>
    Gpu,

    /// <summary>Used GPU memory in percent, as a sum over replicas.</summary>
    GpuMemory,

    /// <summary>Requests that the servers finished, in a second.</summary>
    RequestsPerSecond,

    /// <summary>Requests in work.</summary>
    Concurrency,

    /// <summary>Requests that wait at replicas.</summary>
    QueueDepth,

    /// <summary>Use of the KV cache in percent, as a sum over replicas.</summary>
    KvCache,

    /// <summary>Tokens that are made in a second.</summary>
    TokensPerSecond,

    /// <summary>Requests that callers send, in a second, whether a replica takes them or not: what wakes a model.</summary>
    ArrivalsPerSecond,

    /// <summary>Messages in a queue outside and in work.</summary>
    Messages,

    /// <summary>The clock.</summary>
    Clock,

    /// <summary>A query of the user's own, which nobody here can answer: no answer.</summary>
    Unknown,
}
