using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.VerticalScaling;

/// <summary>Inputs of <see cref="VerticalRecommender"/>.</summary>
public sealed class VerticalRecommenderArgs : ResourceArgs
{
    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(VerticalRecommenderValues.Footprint());
}
