using Infra.Components.Nodes;
using Infra.Components.Security.Registry;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Inputs of <see cref="AmdDevicePlugin"/>.</summary>
public sealed class AmdDevicePluginArgs : ResourceArgs
{
    /// <summary>Pools whose devices the plugin advertises, all of this vendor; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Namespace of the daemon set, which the component creates. Default: <c>amd-device-plugin</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "amd-device-plugin";

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }
}
