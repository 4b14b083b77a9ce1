using Pulumi;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>
/// <c>InferencePool</c> of the Gateway API Inference Extension (inference.networking.k8s.io/v1): pods of one model server, and who chooses among them.
/// </summary>
public sealed class InferencePool(string name, InferencePoolArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
