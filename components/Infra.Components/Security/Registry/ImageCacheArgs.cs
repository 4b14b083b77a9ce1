using System.Collections.Immutable;
using Infra.Core.Security;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Security.Registry;

/// <summary>The account's own registry where it is a cache of public ones (see <see cref="ContainerRegistry"/>), for components that pull pinned images. Images that you name yourself are pulled from where you say.</summary>
public sealed class ImageCacheArgs : ResourceArgs
{
    /// <summary>Host of the account's registry, such as <c>123456789012.dkr.ecr.us-west-2.amazonaws.com</c>.</summary>
    [Input("host", required: true)]
    public required string Host { get; init; }

    /// <summary>Registries that it fetches from, as images name them; at least one.</summary>
    [Input("registries", required: true)]
    public required List<string> Registries { get; init; }

    /// <summary>The reference by which a pinned image is pulled.</summary>
    /// <param name="cache">The cache; null for none.</param>
    /// <param name="image">The image.</param>
    internal static string Reference(ImageCacheArgs? cache, ImagePin image) => Reference(cache, image.Reference);

    /// <inheritdoc cref="Reference(ImageCacheArgs?, ImagePin)"/>
    internal static string Reference(ImageCacheArgs? cache, string image) => cache is null ? image : new ImageCache(cache.Host, [.. cache.Registries]).Of(image);
}
