using Infra.Components.Shared;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring;

/// <summary>Inputs of <see cref="PodMonitor"/>.</summary>
public sealed class PodMonitorArgs() : CustomResourceArgs("monitoring.coreos.com/v1", "PodMonitor")
{
    /// <summary>What to scrape.</summary>
    [Input("spec", required: true)]
    public required Input<PodMonitorSpecArgs> Spec { get; init; }

    /// <summary>A monitor of pods with one port of metrics.</summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="namespaceName">Namespace of the pods, and of the monitor.</param>
    /// <param name="pods">Labels of the pods.</param>
    /// <param name="port">Their port.</param>
    /// <param name="path">HTTP path of the metrics.</param>
    /// <param name="scraping">How Prometheus finds it.</param>
    public static PodMonitorArgs Of(string name, Input<string> namespaceName, IReadOnlyDictionary<string, string> pods, int port, string path, ScrapingArgs scraping)
    {
        ArgumentNullException.ThrowIfNull(scraping);
        return new PodMonitorArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = namespaceName, Labels = ManagedBy.Owned.AddRange(scraping.SelectorLabels) },
            Spec = new PodMonitorSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = pods.ToDictionary() },
                PodMetricsEndpoints = { new PodMetricsEndpointArgs { PortNumber = port, Path = path, Interval = scraping.Interval } },
            },
        };
    }
}

/// <summary>Specification of a <see cref="PodMonitor"/>.</summary>
public sealed class PodMonitorSpecArgs : ResourceArgs
{
    /// <summary>Selects the pods by label.</summary>
    [Input("selector", required: true)]
    public required Input<LabelSelectorArgs> Selector { get; init; }

    /// <summary>Endpoints of the pods to scrape.</summary>
    [Input("podMetricsEndpoints", required: true)]
    public InputList<PodMetricsEndpointArgs> PodMetricsEndpoints { get; init; } = new();
}

/// <summary>One scraped endpoint of a <see cref="PodMonitor"/>.</summary>
public sealed class PodMetricsEndpointArgs : ResourceArgs
{
    /// <summary>Port of the pod.</summary>
    [Input("portNumber", required: true)]
    public required Input<int> PortNumber { get; init; }

    /// <summary>HTTP path of the metrics.</summary>
    [Input("path", required: true)]
    public required Input<string> Path { get; init; }

    /// <summary>Time between two scrapes, e.g. <c>30s</c>.</summary>
    [Input("interval", required: true)]
    public required Input<string> Interval { get; init; }
}
