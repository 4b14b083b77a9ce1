using Pulumi;

namespace Infra.Components.Monitoring;

/// <summary><c>ServiceMonitor</c> of the Prometheus operator (monitoring.coreos.com/v1).</summary>
public sealed class ServiceMonitor(string name, ServiceMonitorArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
