using Pulumi;

namespace Infra.Components.Queues;

/// <summary><c>ClusterQueue</c> of Kueue (kueue.x-k8s.io/v1beta2): what a tenant's jobs may have at a time.</summary>
public sealed class ClusterQueue(string name, ClusterQueueArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
