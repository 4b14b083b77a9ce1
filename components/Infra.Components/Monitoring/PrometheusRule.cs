using Pulumi;

namespace Infra.Components.Monitoring;

/// <summary><c>PrometheusRule</c> of the Prometheus operator (monitoring.coreos.com/v1).</summary>
public sealed class PrometheusRule(string name, PrometheusRuleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
