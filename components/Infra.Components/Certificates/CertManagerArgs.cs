using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Certificates;

/// <summary>Inputs of <see cref="CertManager"/>.</summary>
public sealed class CertManagerArgs : ResourceArgs
{
    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(CertManagerValues.Footprints());
}
