using Infra.Core.Monitoring;
using Pulumi;

namespace Infra.Components.Monitoring;

/// <summary>How the Prometheus operator finds what a component exports.</summary>
public sealed class ScrapingArgs : ResourceArgs
{
    /// <summary>Labels by which the Prometheus of the cluster selects its monitors.</summary>
    [Input("selectorLabels", required: true)]
    public required Dictionary<string, string> SelectorLabels { get; init; }

    /// <summary>Time between two scrapes. Default: <c>30s</c>; it is no faster than the exporter's own reading.</summary>
    [Input("interval")]
    public string Interval { get; init; } = Scrape.IntervalText;
}
