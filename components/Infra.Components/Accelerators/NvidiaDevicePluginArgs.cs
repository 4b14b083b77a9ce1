using Infra.Components.Footprints;
using Infra.Components.Nodes;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="NvidiaDevicePlugin"/>.</summary>
public sealed class NvidiaDevicePluginArgs : ResourceArgs
{
    /// <summary>
    /// Pools whose GPUs the plugin advertises; at least one. Leave out pools whose AMI brings the plugin (Bottlerocket, EKS Auto Mode).
    /// Each pool's contract says how its GPUs are shared; the plugin follows MIG, it doesn't cut (<see cref="GpuOperator"/> does).
    /// </summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>nvidia-device-plugin</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>
    /// Whether GPU feature discovery labels the nodes with model, memory and driver of their GPUs, by way of node feature discovery.
    /// Default: false; nothing of ours needs these labels, which only a running node has.
    /// </summary>
    [Input("featureDiscovery")]
    public bool FeatureDiscovery { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(NvidiaDevicePluginValues.For(this).Footprints());

    /// <summary>Default of <see cref="Namespace"/>; the chart refuses <c>default</c>.</summary>
    public const string DefaultNamespace = "nvidia-device-plugin";
}
