using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Queues;

/// <summary>Inputs of <see cref="LocalQueue"/>.</summary>
public sealed class LocalQueueArgs() : CustomResourceArgs("kueue.x-k8s.io/v1beta2", "LocalQueue")
{
    /// <summary>The queue.</summary>
    [Input("spec", required: true)]
    public required Input<LocalQueueSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="LocalQueue"/>.</summary>
public sealed class LocalQueueSpecArgs : ResourceArgs
{
    /// <summary>Name of the <see cref="Queues.ClusterQueue"/>.</summary>
    [Input("clusterQueue", required: true)]
    public required Input<string> ClusterQueue { get; init; }
}
