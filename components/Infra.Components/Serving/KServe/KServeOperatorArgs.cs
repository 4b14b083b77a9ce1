using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary>Inputs of <see cref="KServeOperator"/>.</summary>
public sealed class KServeOperatorArgs : ResourceArgs
{
    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(KServeValues.Footprint());
}
