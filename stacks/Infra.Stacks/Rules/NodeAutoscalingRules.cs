using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
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

        if (config.Kind == NodeAutoscalerKind.None)
        {
            return;
        }

        CheckCluster(path, settings, problems);
        if (config.Kind == NodeAutoscalerKind.ClusterAutoscaler)
        {
            return;
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

        if (config.Kind == NodeAutoscalerKind.AutoMode && settings.Cluster.Eks is not null)
        {
            problems.Add(ConfigPath.Key(path, "kind"), "a cluster that the stack makes has Auto Mode switched off; use cluster.existing with a cluster that has it on, or another kind");
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
        var config = settings.NodeAutoscaling;
        var isAutoMode = config.Kind == NodeAutoscalerKind.AutoMode;
        var who = isAutoMode ? "EKS Auto Mode" : "Karpenter";
        foreach (var key in OfNodeGroups(pool))
        {
            problems.Add(ConfigPath.Key(path, key), $"is for node groups, which {who} doesn't have; remove this key, or use another kind of nodeAutoscaling");
        }

        if (pool.Capacity is { Min: > 0 } capacity)
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "capacity"), "min"),
                $"{capacity.Min} nodes, but {who} launches nodes for pods alone; use min: 0, and headroom to keep nodes ready");
        }

        if (isAutoMode && pool.Sharing is not null)
        {
            problems.Add(ConfigPath.Key(path, "sharing"), "the device plugin of EKS Auto Mode shares no GPUs; remove this key, or use another kind of nodeAutoscaling");
        }

        if (isAutoMode && (pool.AmiReleaseVersion is not null || pool.AmiType is not null))
        {
            problems.Add(ConfigPath.Key(path, pool.AmiReleaseVersion is null ? "amiType" : "amiReleaseVersion"), "EKS Auto Mode chooses the image itself; remove this key");
        }

        if (!isAutoMode && AmiTypes.TryGet(PoolSpecs.Of(pool, settings).AmiTypeName, out var ami) && (pool.AmiReleaseVersion is not { } release || AmiAlias.Of(ami, release) is null))
        {
            problems.Add(
                ConfigPath.Key(path, "amiReleaseVersion"),
                $"{(pool.AmiReleaseVersion is null ? "missing" : $"'{pool.AmiReleaseVersion}' is no release of {ami.Name}")}; Karpenter replaces all nodes when AWS publishes an image unless a release is named, such as \"1.34.2-20260917\"");
        }

        if (!isAutoMode && pool.Sharing is not null && !config.NodeOverlays)
        {
            problems.Add(
                ConfigPath.Key(path, "sharing"),
                "Karpenter knows whole GPUs only, and learns of shared ones by NodeOverlay, which is alpha; set nodeAutoscaling.nodeOverlays: true to use it all the same, or kind: clusterAutoscaler");
        }
    }

    private static IEnumerable<string> OfNodeGroups(PoolConfig pool)
    {
        var defaults = new PoolConfig { Name = pool.Name };
        return new (string Key, bool IsSet)[]
        {
            ("capacityType", pool.CapacityType == CapacityType.CapacityBlock),
            ("reservation", pool.Reservation is not null),
            ("rootVolumeIops", pool.RootVolumeIops is not null),
            ("rootVolumeThroughput", pool.RootVolumeThroughput is not null),
            ("localNvme", pool.LocalNvme),
            ("perZone", pool.PerZone),
            ("efa", pool.Efa),
            ("update", pool.Update != defaults.Update),
            ("repair", pool.Repair != defaults.Repair),
        }.Where(entry => entry.IsSet).Select(entry => entry.Key);
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
