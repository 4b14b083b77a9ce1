using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of <see cref="EksAutoModeNodes"/>.</summary>
public sealed class EksAutoModeNodesArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, in which Auto Mode is switched on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Pool name: name of the custom resources and value of the node label that workloads select. Plain: the pool's contract derives from it.</summary>
    [Input("poolName", required: true)]
    public required string PoolName { get; init; }

    /// <summary>EC2 instance types, all with NVIDIA GPUs of one kind and of one architecture. Auto Mode brings image, driver and device plugin.</summary>
    [Input("instanceTypes", required: true)]
    public required List<string> InstanceTypes { get; init; }

    /// <summary>Whether the nodes are spot instances. Default: false (on-demand).</summary>
    [Input("spot")]
    public bool Spot { get; init; }

    /// <summary>Most nodes, 1 or more.</summary>
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

    /// <summary>Volume of images and pods' files in GiB, 20 to 59,000. Default: 100; Auto Mode's own default is 80.</summary>
    [Input("ephemeralStorageGiB")]
    public int EphemeralStorageGiB { get; init; } = GpuNodePoolArgs.DefaultRootVolumeGiB;

    /// <summary>Time after its last change of pods at which an empty node goes, e.g. <c>10m</c>. Default: <c>10m</c>, longer than a restart of a model.</summary>
    [Input("consolidateAfter")]
    public string ConsolidateAfter { get; init; } = "10m";

    /// <summary>Further node labels. Those of the pool's contract win.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints, beside the one for NVIDIA GPUs.</summary>
    [Input("taints")]
    public List<TaintArgs> Taints { get; init; } = [];

    /// <summary>Tags of instances and volumes. AWS asks for a policy of the cluster's role beside them (EKS user guide, "Custom AWS tags for EKS Auto resources").</summary>
    [Input("instanceTags")]
    public InputMap<string> InstanceTags { get; init; } = new();
}
