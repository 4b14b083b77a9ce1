using Infra.Components.Footprints;
using Infra.Components.Nodes;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="NeuronDevicePlugin"/>.</summary>
public sealed class NeuronDevicePluginArgs : ResourceArgs
{
    /// <summary>Pools of Inferentia or Trainium nodes; at least one. Auto Mode brings the plugin itself.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>neuron-device-plugin</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "neuron-device-plugin";

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(NeuronDevicePluginValues.For(this).Footprint());
}
