using Pulumi;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary><c>IngressClassParams</c> of AWS Load Balancer Controller (elbv2.k8s.aws/v1beta1) or of EKS Auto Mode (eks.amazonaws.com/v1): the load balancer of a class.</summary>
public sealed class IngressClassParams(string name, IngressClassParamsArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
