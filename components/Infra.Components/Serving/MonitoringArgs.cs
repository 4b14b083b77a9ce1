using Infra.Core.Monitoring.Objectives;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Scraping and rules of a model, for clusters that run the Prometheus operator. Promises hold for 30 days; one about what the runtime doesn't tell has no alert.</summary>
public sealed class MonitoringArgs : ResourceArgs
{
    /// <summary>Namespace of Prometheus, which the model's network policy lets in.</summary>
    [Input("prometheusNamespace", required: true)]
    public required string PrometheusNamespace { get; init; }

    /// <summary>Labels that the operator selects monitors and rules by. Default: none.</summary>
    [Input("selectorLabels")]
    public Dictionary<string, string> SelectorLabels { get; init; } = [];

    /// <summary>Address of the folder of runbooks, for links in alerts. Default: none, and alerts name the page's path in the repository.</summary>
    [Input("runbooks")]
    public string? Runbooks { get; init; }

    /// <summary>Whether the DCGM exporter tells of the model's GPUs. Default: true.</summary>
    [Input("hasGpuMetrics")]
    public bool HasGpuMetrics { get; init; } = true;

    /// <summary>Most seconds that 95 % of the requests may take. Default: 0.5.</summary>
    [Input("latencyP95Seconds")]
    public double LatencyP95Seconds { get; init; } = DefaultLatencyP95Seconds;

    /// <summary>Most seconds that 99 % of the requests may take. Default: none promised.</summary>
    [Input("latencyP99Seconds")]
    public double? LatencyP99Seconds { get; init; }

    /// <summary>Largest share of failed requests, 0 to 1. Default: 0.01.</summary>
    [Input("errorRatio")]
    public double ErrorRatio { get; init; } = DefaultErrorRatio;

    /// <summary>Least share of the pods that always have to be there that are ready, 0 to 1; without meaning for a model that may have none. Default: 0.995.</summary>
    [Input("availability")]
    public double Availability { get; init; } = DefaultAvailability;

    /// <summary>Most seconds until 95 % of the requests have their first token. Default: none promised.</summary>
    [Input("firstTokenP95Seconds")]
    public double? FirstTokenP95Seconds { get; init; }

    /// <summary>Most seconds between two tokens, for 95 % of them. Default: none promised.</summary>
    [Input("interTokenP95Seconds")]
    public double? InterTokenP95Seconds { get; init; }

    /// <summary>Most seconds that 95 % of the requests wait before they are computed. Default: none promised.</summary>
    [Input("queueP95Seconds")]
    public double? QueueP95Seconds { get; init; }

    /// <summary>Default of <see cref="LatencyP95Seconds"/>.</summary>
    public const double DefaultLatencyP95Seconds = 0.5;

    /// <summary>Default of <see cref="ErrorRatio"/>.</summary>
    public const double DefaultErrorRatio = 0.01;

    /// <summary>Default of <see cref="Availability"/>.</summary>
    public const double DefaultAvailability = 0.995;

    internal ServiceObjectives ToObjectives() => new()
    {
        LatencyP95Seconds = LatencyP95Seconds,
        LatencyP99Seconds = LatencyP99Seconds,
        ErrorRatio = ErrorRatio,
        Availability = Availability,
        FirstTokenP95Seconds = FirstTokenP95Seconds,
        InterTokenP95Seconds = InterTokenP95Seconds,
        QueueP95Seconds = QueueP95Seconds,
    };
}
