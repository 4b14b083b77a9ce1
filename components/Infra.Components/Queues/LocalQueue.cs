using Pulumi;

namespace Infra.Components.Queues;

/// <summary><c>LocalQueue</c> of Kueue (kueue.x-k8s.io/v1beta2): where jobs of a namespace wait.</summary>
public sealed class LocalQueue(string name, LocalQueueArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options)
{
    /// <summary>Name of the queue that jobs of a namespace get that name none (kueue v0.19, pkg/controller/constants; the gate LocalQueueDefaulting is on since 0.12).</summary>
    public const string Default = "default";

    /// <summary>Label by which a job names its queue.</summary>
    public const string Label = "kueue.x-k8s.io/queue-name";
}
