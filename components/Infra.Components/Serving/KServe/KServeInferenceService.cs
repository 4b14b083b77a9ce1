using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary><c>InferenceService</c> of KServe (serving.kserve.io/v1beta1).</summary>
public sealed class KServeInferenceService(string name, KServeInferenceServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
