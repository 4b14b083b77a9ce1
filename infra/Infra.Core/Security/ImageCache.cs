using System.Collections.Immutable;
using Infra.Core.Versions;

namespace Infra.Core.Security;

/// <summary>The account's own registry as a cache of public ones: an image stands there below the name of the registry that it comes from.</summary>
/// <param name="Host">Host of the account's registry.</param>
/// <param name="Registries">The registries that it fetches from, as images name them.</param>
public sealed record ImageCache(string Host, ImmutableArray<string> Registries)
{
    /// <summary>Where an image is pulled from: through the cache where that has its registry, else from there.</summary>
    /// <param name="image">Reference, repository or registry.</param>
    public string Of(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Registries.Contains(image.Split('/')[0]) ? $"{Host}/{image}" : image;
    }

    /// <summary>Repositories of everything that is pinned and comes through it, as they are called in the account's registry: of our own pods' images, and of those of charts.</summary>
    public IEnumerable<string> Repositories => PinnedImages.All.Select(image => image.Repository)
        .Concat(ChartImages.All.Values.SelectMany(images => images).Select(image => image.Repository))
        .Where(repository => Registries.Contains(repository.Split('/')[0]))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
