using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic;

/// <summary>Inputs of <see cref="AiGatewayController"/>.</summary>
public sealed class AiGatewayControllerArgs : ResourceArgs
{
    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(AiGatewayValues.Footprint());
}
