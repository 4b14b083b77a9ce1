using Infra.Core.Configuration;
using Infra.Core.Versions;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Who launches nodes: what each kind needs, and what it excludes.</summary>
internal static class NodeAutoscalingRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("nodeAutoscaling");
        var config = settings.NodeAutoscaling;
        if (config.NodeOverlays && config.Kind != NodeAutoscalerKind.Karpenter)
        {
            problems.Add(ConfigPath.Key(path, "nodeOverlays"), "only Karpenter has node overlays; remove this key");
        }

        if (config.Kind != NodeAutoscalerKind.None)
        {
            CheckCluster(path, settings, problems);
        }

        for (var i = 0; i < settings.Pools.Length; i++)
        {
            if (settings.Pools[i].ExistingNodes is null)
            {
                CheckPool(PlatformRules.At("pools", i), settings.Pools[i], settings, problems);
            }
        }

        if (config.Kind == NodeAutoscalerKind.Karpenter)
        {
            CheckOverlays(settings, problems);
        }
    }

    private static void CheckCluster(string path, PlatformSettings settings, ConfigProblems problems)
    {
        var config = settings.NodeAutoscaling;
        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(ConfigPath.Key(path, "kind"), "the stack launches nodes only in an EKS cluster; this one is reached by a kubeconfig");
            return;
        }

        if (settings.Cluster is { Existing.NodeAutoscaler: true })
        {
            problems.Add(
                ConfigPath.Key(path, "kind"),
                "cluster.existing.nodeAutoscaler says that the cluster runs an autoscaler already, and two would undo each other's work; remove one of the two");
        }

        if (config.Kind != NodeAutoscalerKind.ClusterAutoscaler)
        {
            return;
        }

        if (settings.KubernetesVersion is not { } version)
        {
            problems.Add(ConfigPath.Key(path, "kubernetesVersion"), "missing; Cluster Autoscaler has to be of the cluster's minor version, such as \"1.35\"");
        }
        else if (ClusterAutoscalerImages.For(version) is null && !problems.Cover(PlatformRules.Key("cluster.eks.version")))
        {
            problems.Add(
                ConfigPath.Key(path, "kubernetesVersion"),
                $"no Cluster Autoscaler is pinned for Kubernetes {version}; there are: {string.Join(", ", ClusterAutoscalerImages.Versions)}");
        }
    }

    private static void CheckPool(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.NodeAutoscaling.Kind is NodeAutoscalerKind.Karpenter or NodeAutoscalerKind.AutoMode)
        {
            LaunchedPoolRules.Check(path, pool, settings, problems);
        }
        else if (pool.AmiReleaseVersion is { } release && release.StartsWith('v') && !problems.Cover(ConfigPath.Key(path, "amiReleaseVersion")))
        {
            problems.Add(
                ConfigPath.Key(path, "amiReleaseVersion"),
                $"'{release}' is the tag of a release, which only Karpenter takes; node groups take release versions, such as \"1.34.2-20260917\" (AL2023) or \"1.26.1-943d9a41\" (Bottlerocket)");
        }
    }

    // An overlay is about an instance type, whichever pool launches it.
    private static void CheckOverlays(PlatformSettings settings, ConfigProblems problems)
    {
        var first = new Dictionary<string, PoolConfig>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            var pool = settings.Pools[i];
            for (var j = 0; j < pool.InstanceTypes.Length; j++)
            {
                if (!first.TryAdd(pool.InstanceTypes[j], pool) && first[pool.InstanceTypes[j]] is var other && other.Name != pool.Name && other.Sharing != pool.Sharing)
                {
                    problems.Add(
                        ConfigPath.Index(ConfigPath.Key(PlatformRules.At("pools", i), "instanceTypes"), j),
                        $"the pool {other.Name} has '{pool.InstanceTypes[j]}' too, and shares its GPUs in another way; with Karpenter all pools of a type share it alike");
                }
            }
        }
    }
}
