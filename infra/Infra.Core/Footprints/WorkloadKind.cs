namespace Infra.Core.Footprints;

/// <summary>What makes the pods, by its Kubernetes name.</summary>
public enum WorkloadKind
{
    /// <summary>One pod on every node that it may run on.</summary>
    DaemonSet,

    /// <summary>A fixed number of pods.</summary>
    Deployment,
}
