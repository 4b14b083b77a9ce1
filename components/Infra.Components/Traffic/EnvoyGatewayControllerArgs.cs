using Infra.Components.Footprints;
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

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(EnvoyGatewayValues.Footprint());
}
