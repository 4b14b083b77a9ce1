using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.VerticalScaling;

/// <summary>Inputs of <see cref="VerticalRecommender"/>.</summary>
public sealed class VerticalRecommenderArgs : ResourceArgs
{
    /// <summary>How Prometheus finds its metrics. Default: it doesn't.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(VerticalRecommenderValues.Footprint());
}
