using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>Inputs of <see cref="ChaosMesh"/>.</summary>
public sealed class ChaosMeshArgs : ResourceArgs
{
    /// <summary>Namespace of the models: experiments break pods of it and of no other. It has to have the annotation <see cref="ChaosMesh.Consent"/>.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>The experiments.</summary>
    [Input("experiments", required: true)]
    public required List<ExperimentArgs> Experiments { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint { get; } = PodFootprintArgs.From(ChaosMeshValues.Footprints());
}
