using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring;

/// <summary>Inputs of <see cref="ServiceMonitor"/>.</summary>
public sealed class ServiceMonitorArgs() : CustomResourceArgs("monitoring.coreos.com/v1", "ServiceMonitor")
{
    /// <summary>What to scrape.</summary>
    [Input("spec", required: true)]
    public required Input<ServiceMonitorSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ServiceMonitor"/>.</summary>
public sealed class ServiceMonitorSpecArgs : ResourceArgs
{
    /// <summary>Selects the services by label.</summary>
    [Input("selector", required: true)]
    public required Input<LabelSelectorArgs> Selector { get; init; }

    /// <summary>Endpoints of the services to scrape.</summary>
    [Input("endpoints", required: true)]
    public InputList<ServiceMonitorEndpointArgs> Endpoints { get; init; } = new();

    /// <summary>Labels of the pods that their metrics get too. Default: none.</summary>
    [Input("podTargetLabels")]
    public InputList<string> PodTargetLabels { get; init; } = new();
}

/// <summary>One scraped endpoint of a <see cref="ServiceMonitor"/>.</summary>
public sealed class ServiceMonitorEndpointArgs : ResourceArgs
{
    /// <summary>Name of the service's port.</summary>
    [Input("port", required: true)]
    public required Input<string> Port { get; init; }

    /// <summary>HTTP path of the metrics.</summary>
    [Input("path", required: true)]
    public required Input<string> Path { get; init; }

    /// <summary>Time between two scrapes, e.g. <c>30s</c>.</summary>
    [Input("interval", required: true)]
    public required Input<string> Interval { get; init; }
}
