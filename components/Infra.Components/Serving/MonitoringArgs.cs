using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Scraping and alerts of a model, for clusters that run the Prometheus operator.</summary>
public sealed class MonitoringArgs : ResourceArgs
{
    /// <summary>Namespace of Prometheus, which the model's network policy lets in.</summary>
    [Input("prometheusNamespace", required: true)]
    public required string PrometheusNamespace { get; init; }

    /// <summary>Labels that the operator selects monitors and rules by. Default: none.</summary>
    [Input("selectorLabels")]
    public Dictionary<string, string> SelectorLabels { get; init; } = [];

    /// <summary>Most seconds that 95 % of the requests may take. Default: 0.5.</summary>
    [Input("latencyP95Seconds")]
    public double LatencyP95Seconds { get; init; } = DefaultLatencyP95Seconds;

    /// <summary>Largest share of failed requests, 0 to 1. Default: 0.01.</summary>
    [Input("errorRatio")]
    public double ErrorRatio { get; init; } = DefaultErrorRatio;

    /// <summary>Default of <see cref="LatencyP95Seconds"/>.</summary>
    public const double DefaultLatencyP95Seconds = 0.5;

    /// <summary>Default of <see cref="ErrorRatio"/>.</summary>
    public const double DefaultErrorRatio = 0.01;
}
