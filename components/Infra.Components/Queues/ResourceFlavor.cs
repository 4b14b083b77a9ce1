using Pulumi;

namespace Infra.Components.Queues;

/// <summary><c>ResourceFlavor</c> of Kueue (kueue.x-k8s.io/v1beta2): a kind of node, as queues of jobs know it.</summary>
public sealed class ResourceFlavor(string name, ResourceFlavorArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
