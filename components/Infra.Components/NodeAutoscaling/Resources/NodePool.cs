using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary><c>NodePool</c> of Karpenter (karpenter.sh/v1), which EKS Auto Mode understands too.</summary>
public sealed class NodePool(string name, NodePoolArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
