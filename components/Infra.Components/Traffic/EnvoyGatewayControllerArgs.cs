using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic;

/// <summary>Inputs of <see cref="EnvoyGatewayController"/>.</summary>
public sealed class EnvoyGatewayControllerArgs : ResourceArgs
{
    /// <summary>
    /// Whether routes may lead to InferencePools: brings their definition and asks <see cref="AiGatewayController"/>, which has to come after. Default: false.
    /// </summary>
    [Input("inferencePools")]
    public bool InferencePools { get; init; }

    /// <summary>How Prometheus finds the controller and the proxies of gateways. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(EnvoyGatewayValues.Footprint());
}
