using Pulumi;

namespace Infra.Components.VerticalScaling;

/// <summary><c>VerticalPodAutoscaler</c> of Kubernetes' autoscalers (autoscaling.k8s.io/v1): what the pods of a workload should ask for.</summary>
public sealed class VerticalPodAutoscaler(string name, VerticalPodAutoscalerArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
