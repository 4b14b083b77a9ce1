namespace Infra.Planning.Upgrades;

/// <summary>What a step of an upgrade is about, in the order in which they are done.</summary>
public enum UpgradeStepKind
{
    /// <summary>The API server, and what runs beside it.</summary>
    ControlPlane,

    /// <summary>Add-ons that EKS manages.</summary>
    AddOns,

    /// <summary>Custom resource definitions, before the controllers and objects that use them.</summary>
    Definitions,

    /// <summary>Cluster Autoscaler, whose minor version is the cluster's.</summary>
    ClusterAutoscaler,

    /// <summary>Other charts.</summary>
    Charts,

    /// <summary>One node group.</summary>
    NodeGroup,

    /// <summary>Nodes of Karpenter or Auto Mode.</summary>
    LaunchedNodes,

    /// <summary>Everything else that changes.</summary>
    Rest,
}
