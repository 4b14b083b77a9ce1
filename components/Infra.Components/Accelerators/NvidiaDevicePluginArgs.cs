using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="NvidiaDevicePlugin"/>.</summary>
public sealed class NvidiaDevicePluginArgs : ResourceArgs
{
    /// <summary>
    /// Pools whose GPUs the plugin advertises; at least one. Leave out pools whose AMI brings the plugin (Bottlerocket).
    /// </summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>nvidia-device-plugin</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>; the chart refuses <c>default</c>.</summary>
    public const string DefaultNamespace = "nvidia-device-plugin";
}
