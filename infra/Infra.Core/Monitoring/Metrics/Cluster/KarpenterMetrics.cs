namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Karpenter tells of the nodes that it launches.</summary>
public static class KarpenterMetrics
{
    /// <summary>The exporter. Karpenter for AWS 1.14.1 is made of the core of 1.14.0 and its own provider.</summary>
    public static readonly Exporter Exporter = new(
        "karpenter", "1.14.1", "github.com/kubernetes-sigs/karpenter, tag v1.14.0, pkg/metrics/metrics.go and pkg/cloudprovider/metrics; github.com/aws/karpenter-provider-aws, tag v1.14.1, pkg/controllers/interruption and pkg/providers/instance/metrics.go");

    /// <summary>Value of <c>reason</c> for a node that EC2 takes back (pkg/controllers/interruption/messages/types.go).</summary>
    public const string SpotInterrupted = "spot_interrupted";

    /// <summary>Nodes that Karpenter gave up, by the reason.</summary>
    public static readonly CounterMetric Disrupted = new("karpenter_nodeclaims_disrupted_total", Exporter, "reason", "nodepool", "capacity_type");

    /// <summary>Launches that EC2 refused, for one zone and one reason each.</summary>
    public static readonly CounterMetric LaunchFailures = new("karpenter_cloudprovider_instance_launch_failures_total", Exporter, "zone", "zone_id", "capacity_type", "reason");

    /// <summary>1 while Karpenter's picture of the cluster is that of the API server; it decides nothing otherwise.</summary>
    public static readonly GaugeMetric Synced = new("karpenter_cluster_state_synced", Exporter);
}
