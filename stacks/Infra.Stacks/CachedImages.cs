using Infra.Core.Security;
using Infra.Stacks.Rules;

namespace Infra.Stacks;

/// <summary>What the account's own registry has: its repositories, and what it fetches from others.</summary>
internal static class CachedImages
{
    /// <summary>What the image policy allows because of it.</summary>
    public static IEnumerable<string> Sources(PlatformSettings settings) => Host(settings) is not { } host
        ? []
        : settings.ContainerRegistry!.Repositories.Concat(settings.ContainerRegistry.PullThrough.Select(upstream => upstream.Registry)).Select(source => $"{host}/{source}");

    /// <summary>Repositories of the images that the configuration takes through the cache.</summary>
    public static IEnumerable<string> Repositories(PlatformSettings settings) => Host(settings) is not { } host
        ? []
        : ImagePolicyRules.Images(settings).Select(found => found.Image)
            .Where(image => settings.ContainerRegistry!.PullThrough.Any(upstream => image.StartsWith($"{host}/{upstream.Registry}/", StringComparison.Ordinal)))
            .Select(image => image[(host.Length + 1)..].Split('@', ':')[0])
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string? Host(PlatformSettings settings) =>
        settings is { ContainerRegistry: not null, Aws: { } aws } ? UpstreamRegistries.OwnHost(aws.AccountId, aws.Region) : null;
}
