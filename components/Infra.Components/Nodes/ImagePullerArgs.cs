using Infra.Components.Security.Registry;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="ImagePuller"/>.</summary>
public sealed class ImagePullerArgs : ResourceArgs
{
    /// <summary>Pools and their images; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PulledImagesArgs> Pools { get; init; }

    /// <summary>Namespace of the pods; must exist. It may hold them to the security level restricted.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>
    /// Secrets of the type <c>kubernetes.io/dockerconfigjson</c> in the namespace, with which nodes pull the images: those of the pods that use them. Default: none.
    /// </summary>
    [Input("imagePullSecrets")]
    public List<string> ImagePullSecrets { get; init; } = [];

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }
}
