using Infra.Core.Configuration;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of images that are pulled ahead.</summary>
internal static class ImageRules
{
    public static void Check(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var at = ConfigPath.Key(ConfigPath.Key(path, "images"), "prePull");
        if (!pool.Images.PrePull || problems.Cover(at))
        {
            return;
        }

        if (MountedModelRules.LacksImageVolumes(settings))
        {
            problems.Add(
                at,
                $"images are pulled as volumes, which need Kubernetes 1.{MountedModelRules.LeastMinorForImages}, where they are on by default, and the cluster has {settings.KubernetesVersion}; remove it, or upgrade");
        }

        if (!settings.Served.Any(model => model.Pools.Contains(pool.Name)))
        {
            problems.Add(at, "no model may run on this pool, so that there is nothing to pull; remove it");
        }
    }
}
