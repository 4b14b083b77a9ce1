using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Rules;

/// <content>Series of pools, and of the cluster. A GPU here is whatever a pool's nodes advertise as an accelerator: a whole GPU, a share or a piece of one, or a Neuron device.</content>
public static partial class RecordedSeries
{
    /// <summary>1 for each node of a pool.</summary>
    public static readonly GaugeMetric NodePool = Of("node", "pool", "info", "node", "pool");

    /// <summary>GPUs that a pod on a node asked for.</summary>
    public static readonly GaugeMetric PodGpus = Of("pod", "gpus_requested", "sum", "pod", "node", "pool");

    /// <summary>GPUs that a node has for pods.</summary>
    public static readonly GaugeMetric NodeGpus = Of("node", "gpus", "sum", "node", "pool");

    /// <summary>Nodes of a pool.</summary>
    public static readonly GaugeMetric PoolNodes = OfPool("nodes", "count");

    /// <summary>GPUs that a pool's nodes have for pods.</summary>
    public static readonly GaugeMetric PoolGpus = OfPool("gpus", "sum");

    /// <summary>GPUs of a pool that pods asked for and have.</summary>
    public static readonly GaugeMetric PoolGpusRequested = OfPool("gpus_requested", "sum");

    /// <summary>Use of a pool's GPUs, 0 to 1, on average, whether pods have them or not.</summary>
    public static readonly GaugeMetric PoolGpuUse = OfPool("gpu_use", "ratio");

    /// <summary>Share of the memory of a pool's GPUs in use, 0 to 1, of the fullest.</summary>
    public static readonly GaugeMetric PoolGpuMemory = OfPool("gpu_memory", "ratio");

    /// <summary>Power that a pool's GPUs draw in W.</summary>
    public static readonly GaugeMetric PoolGpuPower = OfPool("gpu_power_watts", "sum");

    /// <summary>Temperature of a pool's hottest GPU in degrees Celsius.</summary>
    public static readonly GaugeMetric PoolGpuTemperature = OfPool("gpu_temperature_celsius", "max");

    /// <summary>XID errors that the driver reported of a pool's GPUs, during the exporter's window of 5 minutes.</summary>
    public static readonly GaugeMetric PoolXidErrors = OfPool("gpu_xid_errors", "sum5m");

    /// <summary>GPUs that pods ask for which no node has yet.</summary>
    public static readonly GaugeMetric WaitingGpus = Of("cluster", "gpus_waiting", "sum");

    /// <summary>Alerts that fire.</summary>
    public static readonly GaugeMetric FiringAlerts = Of("cluster", "firing_alerts", "count", "severity");

    private static GaugeMetric OfPool(string metric, string operation) => Of("pool", metric, operation, "pool");
}
