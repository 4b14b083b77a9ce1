using Pulumi;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>
/// The definition of InferencePools, which no chart brings (kubernetes-sigs/gateway-api-inference-extension, tag v1.6.0, config/crd/bases; the same API since v1.0).
/// </summary>
public sealed class InferencePoolDefinition(string name, InferencePoolDefinitionArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
