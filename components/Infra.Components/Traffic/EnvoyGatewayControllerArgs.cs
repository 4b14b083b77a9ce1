using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic;

/// <summary>Inputs of <see cref="EnvoyGatewayController"/>.</summary>
public sealed class EnvoyGatewayControllerArgs : ResourceArgs
{
    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(EnvoyGatewayValues.Footprint());
}
