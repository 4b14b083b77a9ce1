using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary><c>NodeOverlay</c> of Karpenter (karpenter.sh/v1alpha1, behind the feature gate of that name).</summary>
public sealed class NodeOverlay(string name, NodeOverlayArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
