using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary><c>ServingRuntime</c> of KServe (serving.kserve.io/v1alpha1): the server that models of a format run on.</summary>
public sealed class KServeServingRuntime(string name, KServeServingRuntimeArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
