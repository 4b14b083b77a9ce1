using Infra.Components.Nodes;
using Infra.Stacks.Images;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Images of models that are pulled ahead.</summary>
internal static class PlatformImages
{
    /// <summary>Declares who pulls them, where a pool asks for it.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="pools">The pools, which are there already.</param>
    /// <param name="providers">All providers.</param>
    /// <param name="namespaceName">Namespace of the models; what takes it comes after it.</param>
    public static void Create(PlatformSettings settings, PlatformPools pools, Providers providers, Output<string> namespaceName)
    {
        var pulled = settings.Pools.Where(pool => pool.Images.PrePull && settings.Served.Any(model => model.Pools.Contains(pool.Name))).ToList();
        if (pulled.Count == 0)
        {
            return;
        }

        _ = new ImagePuller("image-puller", new ImagePullerArgs
        {
            ImageCache = CachedImages.ToArgs(settings),
            Namespace = namespaceName,
            ImagePullSecrets = [.. settings.ImagePull?.Names ?? []],
            Pools =
            [
                .. pulled.Select(pool => new PulledImagesArgs
                {
                    Pool = PoolReferenceArgs.From(pools.Contracts[pool.Name]),
                    Images =
                    [
                        .. settings.Served.Where(model => model.Pools.Contains(pool.Name))
                            .SelectMany(model => ModelImages.Of(settings, model, pools.Contracts)).Distinct().Order(StringComparer.Ordinal),
                    ],
                }),
            ],
        }, providers.Component([.. pulled.Where(pool => pools.Managed.ContainsKey(pool.Name)).Select(pool => pools.Managed[pool.Name])]));
    }
}
