using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Who launches nodes for pending pods and takes idle ones away.</summary>
public sealed record NodeAutoscalingConfig
{
    /// <summary>Who it is. Default: none; pools then stay at their minimum, unless a cluster that exists already brings an autoscaler.</summary>
    public NodeAutoscalerKind Kind { get; init; } = NodeAutoscalerKind.None;

    /// <summary>Pods of Cluster Autoscaler or Karpenter; one of them leads. Default: 2.</summary>
    [InRange(Min = 1, Max = 2)]
    public int Replicas { get; init; } = 2;

    /// <summary>
    /// Kubernetes version of the cluster in quotes, which Cluster Autoscaler has to match; for a cluster that exists already. Default: that of
    /// <c>cluster.eks</c>.
    /// </summary>
    [Matches("1[.][0-9]+", "a minor version in quotes, such as \"1.35\"")]
    public string? KubernetesVersion { get; init; }

    /// <summary>
    /// Whether Karpenter may learn what shared GPUs offer by <c>NodeOverlay</c>, an alpha feature of its. Default: false; pools then have whole
    /// GPUs with Karpenter.
    /// </summary>
    public bool NodeOverlays { get; init; }
}

/// <summary>Who launches nodes.</summary>
public enum NodeAutoscalerKind
{
    /// <summary>Nobody of this stack.</summary>
    None,

    /// <summary>Cluster Autoscaler, which sizes managed node groups.</summary>
    ClusterAutoscaler,

    /// <summary>Karpenter, which launches instances itself.</summary>
    Karpenter,

    /// <summary>EKS Auto Mode, which the cluster must have switched on.</summary>
    AutoMode,
}
