namespace Infra.Core.Versions;

/// <summary>A container image.</summary>
/// <param name="Repository">Registry and repository, e.g. <c>docker.io/tensorflow/serving</c>.</param>
/// <param name="Tag">Version tag. Its digest stands in <see cref="ImageDigests"/>, where a registry was asked for it.</param>
/// <param name="Source">Where the tag was read.</param>
/// <param name="AsOf">When it was read.</param>
public sealed record ImagePin(string Repository, string Tag, string Source, string AsOf) : Pin(Source, AsOf)
{
    /// <summary>Repository and tag.</summary>
    public string Tagged => $"{Repository}:{Tag}";

    /// <summary>The digest; null where no registry was asked for it.</summary>
    public string? Digest => ImageDigests.Known.GetValueOrDefault(Tagged);

    /// <summary>The reference that a container uses: with the digest, where it is known.</summary>
    public string Reference => ReferenceWith(ImageDigests.Known);

    /// <summary>What follows the repository and a colon in it, for charts that put the two together.</summary>
    public string Version => Reference[(Repository.Length + 1)..];

    /// <summary>The reference, given what is known.</summary>
    /// <param name="digests">By <see cref="Tagged"/>.</param>
    public string ReferenceWith(IReadOnlyDictionary<string, string> digests) =>
        (digests ?? throw new ArgumentNullException(nameof(digests))).TryGetValue(Tagged, out var digest) ? $"{Tagged}@{digest}" : Tagged;
}
