using System.Collections.Immutable;

namespace Infra.Core.Security;

/// <summary>Public registries that ECR can fetch images from by itself (Amazon ECR user guide, "Sync an upstream registry with an Amazon ECR private registry").</summary>
public static class UpstreamRegistries
{
    /// <summary>Whether ECR has to log in, by the name that images have.</summary>
    public static ImmutableSortedDictionary<string, bool> NeedCredentials { get; } = new Dictionary<string, bool>
    {
        [DockerHub] = true,
        ["ghcr.io"] = true,
        ["public.ecr.aws"] = false,
        ["quay.io"] = false,
        ["registry.k8s.io"] = false,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private const string DockerHub = "docker.io";

    /// <summary>Host that serves a registry's images.</summary>
    /// <param name="registry">The registry, as images name it.</param>
    public static string Host(string registry) => registry == DockerHub ? "registry-1.docker.io" : registry;

    /// <summary>Host of an account's own registry.</summary>
    /// <param name="account">The account.</param>
    /// <param name="region">The region.</param>
    public static string OwnHost(string account, string region) => $"{account}.dkr.ecr.{region}.amazonaws.com";
}
