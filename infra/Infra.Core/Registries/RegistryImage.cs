namespace Infra.Core.Registries;

/// <summary>Where the API of a registry has an image (OCI distribution specification 1.1, "Pulling manifests").</summary>
/// <param name="Host">Host of the registry's API.</param>
/// <param name="Repository">The repository at that registry.</param>
/// <param name="Tag">The tag.</param>
public sealed record RegistryImage(string Host, string Repository, string Tag)
{
    // The one registry whose API isn't at the host that its images are called by (docs.docker.com, "Registry API").
    private const string DockerHub = "docker.io";
    private const string DockerHubApi = "registry-1.docker.io";

    /// <summary>Address of the manifest that the tag stands for.</summary>
    public Uri Manifest => new($"https://{Host}/v2/{Repository}/manifests/{Tag}");

    /// <summary>Of a repository as references have it.</summary>
    /// <param name="repository">Registry and repository.</param>
    /// <param name="tag">The tag.</param>
    public static RegistryImage Of(string repository, string tag)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var slash = repository.IndexOf('/', StringComparison.Ordinal);
        var registry = repository[..slash];
        return new RegistryImage(registry == DockerHub ? DockerHubApi : registry, repository[(slash + 1)..], tag);
    }
}
