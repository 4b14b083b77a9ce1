using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary><c>LLMInferenceService</c> of KServe (serving.kserve.io/v1alpha2).</summary>
public sealed class KServeLlmInferenceService(string name, KServeLlmInferenceServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
