using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="EdgePool"/>.</summary>
public sealed class EdgePoolArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster; it must have a remote network that the nodes' addresses are part of.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>AWS region of the cluster.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account, twelve digits.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>Name of the pool, the value of the node label <c>gpu-inference/pool</c>.</summary>
    [Input("poolName", required: true)]
    public required string PoolName { get; init; }

    /// <summary>What accelerators the nodes have. Default: NVIDIA GPUs; counts only with <see cref="DevicesPerNode"/>.</summary>
    [Input("accelerator")]
    public DeviceVendor Accelerator { get; init; }

    /// <summary>Accelerators of every node, at least; 0 to 16. Default: 0, for CPU nodes.</summary>
    [Input("devicesPerNode")]
    public int DevicesPerNode { get; init; }

    /// <summary>Further labels of the nodes. Default: none.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints of the nodes, beside <c>gpu-inference/edge</c> and that of the accelerators. Default: none.</summary>
    [Input("taints")]
    public List<TaintArgs> Taints { get; init; } = [];
}
