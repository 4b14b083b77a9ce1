using Infra.Components.Security.Registry;
using Infra.Core.Security;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Images;

/// <summary>What the account's own registry has: its repositories, and what it fetches from others.</summary>
internal static class CachedImages
{
    /// <summary>The registry as a cache; null where it fetches from nobody, or nodes outside EKS couldn't log in to it.</summary>
    public static ImageCache? Of(PlatformSettings settings) => Host(settings) is { } host && settings is { ContainerRegistry.PullThrough: { IsEmpty: false } upstreams, Cluster.Kubeconfig: null }
        ? new ImageCache(host, [.. upstreams.Select(upstream => upstream.Registry)])
        : null;

    /// <summary>The same in the form of the components.</summary>
    public static ImageCacheArgs? ToArgs(PlatformSettings settings) => Of(settings) is { } cache ? new ImageCacheArgs { Host = cache.Host, Registries = [.. cache.Registries] } : null;

    /// <summary>Where a pinned image is pulled from.</summary>
    public static string Reference(PlatformSettings settings, string image) => Of(settings)?.Of(image) ?? image;

    /// <summary>
    /// What the image policy allows because of it: what is pushed to it, and what the configuration takes through it. Not whatever it could fetch, which is what anybody has published at Docker Hub; what is
    /// pinned is allowed by its name (<see cref="Reference"/>).
    /// </summary>
    public static IEnumerable<string> Sources(PlatformSettings settings) => Host(settings) is not { } host
        ? []
        : settings.ContainerRegistry!.Repositories.Concat(Named(settings, host)).Select(source => $"{host}/{source}");

    /// <summary>Repositories that the cache fills: of the images that the configuration takes through it, and of those that are pinned.</summary>
    public static IEnumerable<string> Repositories(PlatformSettings settings) => Host(settings) is not { } host
        ? []
        : Named(settings, host).Concat(Of(settings)?.Repositories ?? []).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Named(PlatformSettings settings, string host) => ImagePolicyRules.Images(settings).Select(found => found.Image)
        .Where(image => settings.ContainerRegistry!.PullThrough.Any(upstream => image.StartsWith($"{host}/{upstream.Registry}/", StringComparison.Ordinal)))
        .Select(image => image[(host.Length + 1)..].Split('@', ':')[0]);

    private static string? Host(PlatformSettings settings) =>
        settings is { ContainerRegistry: not null, Aws: { } aws } ? UpstreamRegistries.OwnHost(aws.AccountId, aws.Region) : null;
}
