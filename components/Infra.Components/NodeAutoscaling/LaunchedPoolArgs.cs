using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of pools whose nodes are launched one by one for pods, by Karpenter or by EKS Auto Mode.</summary>
public abstract class LaunchedPoolArgs : ResourceArgs
{
    /// <summary>Pool name: name of the custom resources and value of the node label that workloads select. Plain: the pool's contract derives from it.</summary>
    [Input("poolName", required: true)]
    public required string PoolName { get; init; }

    /// <summary>EC2 instance types, all with NVIDIA GPUs of one kind or all with Neuron devices, and of one architecture. The cheapest that is there is taken.</summary>
    [Input("instanceTypes", required: true)]
    public required List<string> InstanceTypes { get; init; }

    /// <summary>
    /// How the nodes are bought: <c>ON_DEMAND</c>, <c>SPOT</c> or <c>CAPACITY_BLOCK</c>. Default: <c>ON_DEMAND</c>. A capacity block needs
    /// <see cref="ReservationId"/>, one instance type and one zone.
    /// </summary>
    [Input("capacityType")]
    public string CapacityType { get; init; } = GpuNodePoolArgs.DefaultCapacityType;

    /// <summary>
    /// Id of an on-demand capacity reservation or of a capacity block, e.g. <c>cr-0123456789abcdef0</c>, into which all nodes are launched: there
    /// are no others. Default: none.
    /// </summary>
    [Input("reservationId")]
    public string? ReservationId { get; init; }

    /// <summary>Most nodes, 1 or more. Checked when a node is launched; bursts may overrun it by a little (karpenter.sh, "NodePools", limits).</summary>
    [Input("maxNodes", required: true)]
    public required int MaxNodes { get; init; }

    /// <summary>Zones of the nodes. Default: all zones of <see cref="SubnetIds"/>.</summary>
    [Input("zones")]
    public List<string> Zones { get; init; } = [];

    /// <summary>Subnets of the nodes.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Security group of the nodes; the cluster's own will do.</summary>
    [Input("securityGroupId", required: true)]
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Volume of images and pods' files in GiB, 20 to 16,384 (gp3). Default: 100.</summary>
    [Input("rootVolumeGiB")]
    public int RootVolumeGiB { get; init; } = GpuNodePoolArgs.DefaultRootVolumeGiB;

    /// <summary>IOPS of that volume, 3,000 or more. Default: 3,000.</summary>
    [Input("rootVolumeIops")]
    public int? RootVolumeIops { get; init; }

    /// <summary>Throughput of that volume in MiB/s, 125 or more and at most a quarter of its IOPS. Default: 125.</summary>
    [Input("rootVolumeThroughput")]
    public int? RootVolumeThroughput { get; init; }

    /// <summary>Time after its last change of pods at which an empty node goes, e.g. <c>10m</c>. Default: <c>10m</c>, longer than a restart of a model.</summary>
    [Input("consolidateAfter")]
    public string ConsolidateAfter { get; init; } = "10m";

    /// <summary>Further node labels. Those of the pool's contract win.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints, beside the one that the pool sets itself.</summary>
    [Input("taints")]
    public List<TaintArgs> Taints { get; init; } = [];

    /// <summary>
    /// Tags of instances, volumes and network interfaces. With Auto Mode AWS asks for a policy of the cluster's role beside them (EKS user
    /// guide, "Custom AWS tags for EKS Auto resources").
    /// </summary>
    [Input("instanceTags")]
    public InputMap<string> InstanceTags { get; init; } = new();
}
