namespace Infra.Planning.Workloads;

/// <summary>Who adds nodes to a pool.</summary>
public enum NodeLauncher
{
    /// <summary>Nobody: the pool has the nodes that it has.</summary>
    Nobody,

    /// <summary>Cluster Autoscaler, up to the greatest size of a node group.</summary>
    ClusterAutoscaler,

    /// <summary>Karpenter, up to the limits of a node pool.</summary>
    Karpenter,

    /// <summary>EKS Auto Mode, up to the limits of a node pool.</summary>
    AutoMode,

    /// <summary>Somebody outside: the plan doesn't say how many nodes there are.</summary>
    Elsewhere,
}
