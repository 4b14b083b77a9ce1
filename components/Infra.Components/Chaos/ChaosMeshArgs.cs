using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>Inputs of <see cref="ChaosMesh"/>.</summary>
public sealed class ChaosMeshArgs : ResourceArgs
{
    /// <summary>Namespaces of the models: experiments break pods of these and of no others. They have to have the annotation <see cref="ChaosMesh.Consent"/>.</summary>
    [Input("namespaces", required: true)]
    public required InputList<string> Namespaces { get; init; }

    /// <summary>The experiments.</summary>
    [Input("experiments", required: true)]
    public required List<ExperimentArgs> Experiments { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(ChaosMeshValues.Footprints());
}
