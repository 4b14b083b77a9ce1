using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Rules;

/// <content>
/// Estimates of costs in US dollars per hour: list prices of the instances that run, on demand. Spot, savings plans, disks, traffic and the control plane aren't in them;
/// the bill is what AWS sends.
/// </content>
public static partial class RecordedSeries
{
    /// <summary>Price of a node.</summary>
    public static readonly GaugeMetric NodeCost = Of("node", "usd_per_hour", "list", "node", "pool", "instance_type");

    /// <summary>Price of one of a node's GPUs: that of the node, by their number.</summary>
    public static readonly GaugeMetric NodeGpuCost = Of("node", "usd_per_gpu_hour", "list", "node");

    /// <summary>Price of a pool's nodes.</summary>
    public static readonly GaugeMetric PoolCost = OfPool("usd_per_hour", "sum");

    /// <summary>Price of those GPUs of a pool that no pod asked for.</summary>
    public static readonly GaugeMetric PoolIdleCost = OfPool("idle_usd_per_hour", "sum");

    /// <summary>Price of the GPUs that a model has.</summary>
    public static readonly GaugeMetric ModelCost = OfModel("usd_per_hour", "sum");

    /// <summary>Price of the GPUs that a tenant's models have.</summary>
    public static readonly GaugeMetric TenantCost = Of("tenant", "usd_per_hour", "sum", "tenant");
}
