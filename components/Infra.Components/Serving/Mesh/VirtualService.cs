using Pulumi;

namespace Infra.Components.Serving.Mesh;

/// <summary><c>VirtualService</c> of Istio (networking.istio.io/v1): where calls of a host go, and how often they are tried.</summary>
public sealed class VirtualService(string name, VirtualServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
