namespace Infra.Core.Serving.ColdStart;

/// <summary>Where the pod's node comes from.</summary>
public enum NodeSupply
{
    /// <summary>It runs already.</summary>
    Running,

    /// <summary>Karpenter launches it, or EKS Auto Mode, which is Karpenter too.</summary>
    Karpenter,

    /// <summary>The cluster autoscaler asks a managed node group for it.</summary>
    ManagedNodeGroup,
}
