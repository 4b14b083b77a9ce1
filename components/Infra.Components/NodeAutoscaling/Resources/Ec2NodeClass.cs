using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary><c>EC2NodeClass</c> of Karpenter (karpenter.k8s.aws/v1).</summary>
public sealed class Ec2NodeClass(string name, Ec2NodeClassArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
