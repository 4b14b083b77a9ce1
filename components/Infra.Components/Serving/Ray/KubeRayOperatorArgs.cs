using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Serving.Ray;

/// <summary>Inputs of <see cref="KubeRayOperator"/>.</summary>
public sealed class KubeRayOperatorArgs : ResourceArgs
{
    /// <summary>How Prometheus finds the operator. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(KubeRayValues.Footprint());
}
