using Pulumi;

namespace Infra.Components.Monitoring;

/// <summary><c>PodMonitor</c> of the Prometheus operator (monitoring.coreos.com/v1): for pods whose metrics no Service shows.</summary>
public sealed class PodMonitor(string name, PodMonitorArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
