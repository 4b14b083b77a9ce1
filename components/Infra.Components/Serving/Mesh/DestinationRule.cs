using Pulumi;

namespace Infra.Components.Serving.Mesh;

/// <summary><c>DestinationRule</c> of Istio (networking.istio.io/v1): how callers treat the replicas of a Service.</summary>
public sealed class DestinationRule(string name, DestinationRuleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
