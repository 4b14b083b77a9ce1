using Infra.Components.Security.Registry;
using Infra.Stacks.Images;

namespace Infra.Stacks.Clusters;

/// <summary>The account's own registry of images.</summary>
internal static class PlatformContainerRegistry
{
    /// <summary>Declares it.</summary>
    /// <returns>What comes before everything whose images it may have; null where the settings ask for none.</returns>
    public static ContainerRegistry? Create(PlatformSettings settings, Providers providers) => settings.ContainerRegistry is { } config
        ? new ContainerRegistry(
            "images",
            new ContainerRegistryArgs
            {
                Repositories = [.. config.Repositories],
                PullThrough = [.. config.PullThrough.Select(upstream => new PullThroughArgs { Registry = upstream.Registry, CredentialArn = upstream.CredentialArn })],
                CachedRepositories = [.. CachedImages.Repositories(settings)],
                UntaggedDays = config.UntaggedDays,
                Protect = settings.Storage.Protect,
            },
            providers.Component())
        : null;
}
