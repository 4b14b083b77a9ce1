using Infra.Components.Footprints;
using Infra.Components.Nodes;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="EfaDevicePlugin"/>.</summary>
public sealed class EfaDevicePluginArgs : ResourceArgs
{
    /// <summary>Pools that stacks manage and whose nodes have EFA interfaces; at least one. Auto Mode brings the plugin itself.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>efa-device-plugin</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "efa-device-plugin";

    /// <summary>
    /// Repository of the image. Default: the chart's, which is the registry of AWS in us-west-2; a cluster without a way out
    /// of its VPC needs the registry of its own region (EKS user guide, "View Amazon container image registries").
    /// </summary>
    [Input("imageRepository")]
    public string? ImageRepository { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(EfaDevicePluginValues.For(this).Footprint());
}
