using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Queues;

/// <summary>Inputs of <see cref="KueueOperator"/>.</summary>
public sealed class KueueOperatorArgs : ResourceArgs
{
    /// <summary>Whether trainings on Ray wait in queues too; KubeRay has to be there. Default: false.</summary>
    [Input("ray")]
    public bool Ray { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(KueueValues.Footprint());
}
