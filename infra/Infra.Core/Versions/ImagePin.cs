namespace Infra.Core.Versions;

/// <summary>A container image.</summary>
/// <param name="Repository">Registry and repository, e.g. <c>docker.io/tensorflow/serving</c>.</param>
/// <param name="Tag">Version tag. No digest is pinned, because none was read from a registry.</param>
/// <param name="Source">Where the tag was read.</param>
/// <param name="AsOf">When it was read.</param>
public sealed record ImagePin(string Repository, string Tag, string Source, string AsOf) : Pin(Source, AsOf)
{
    /// <summary>The reference that a container uses.</summary>
    public string Reference => $"{Repository}:{Tag}";
}
