using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Serving.LeaderWorkerSets;

/// <summary>Inputs of <see cref="LeaderWorkerSetOperator"/>.</summary>
public sealed class LeaderWorkerSetOperatorArgs : ResourceArgs
{
    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(LeaderWorkerSetValues.Footprint());
}
