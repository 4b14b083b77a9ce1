using Pulumi;

namespace Infra.Components.Serving.Mesh;

/// <summary><c>Telemetry</c> of Istio (telemetry.istio.io/v1): what the proxies of pods tell.</summary>
public sealed class Telemetry(string name, TelemetryArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
