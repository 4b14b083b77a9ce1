using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of one pool against catalogue and cluster.</summary>
internal static class PoolRules
{
    public static CheckedPool Check(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var cluster = settings.Cluster;
        if (pool.ExistingNodes is { } nodes)
        {
            var at = ConfigPath.Key(path, "existingNodes");
            LabelRules.CheckLabels(ConfigPath.Key(at, "labels"), nodes.Labels, problems);
            LabelRules.CheckTaints(ConfigPath.Key(at, "taints"), nodes.Taints, problems);
            return new CheckedPool { IsExisting = true, GpusPerNode = nodes.GpusPerNode, Vendor = nodes.Accelerator };
        }

        if (cluster is { Existing: null, Eks: null, Kubeconfig: not null })
        {
            problems.Add(path, "the stack can launch nodes only in an EKS cluster (cluster.eks or cluster.existing); describe existingNodes for the nodes of this one");
        }

        LabelRules.CheckTaints(ConfigPath.Key(path, "taints"), pool.Taints, problems);
        CheckZones(path, pool, settings, problems);
        CheckName(path, pool, settings, problems);
        var spec = PoolSpecs.Of(pool, settings);
        if (problems.Cover(ConfigPath.Key(path, "sharing")))
        {
            spec = spec with { Sharing = new GpuSharingRequest() };
        }

        var node = NodePoolRules.Check(path, spec, problems);
        CheckOwnTaint(ConfigPath.Key(path, "taints"), pool, PoolContract.OwnTaintOf(node.InstanceTypes), problems);
        var checkedPool = new CheckedPool
        {
            InstanceTypes = node.InstanceTypes,
            Sharing = node.Sharing,
            GpusPerNode = node.InstanceTypes.Length == 0 ? 1 : AdvertisedDevice.OfAny(node.InstanceTypes, node.Sharing)[0].Count,
            GpusPerPod = node.Sharing.Mode is GpuSharingMode.TimeSlicing or GpuSharingMode.Mps ? 1 : null,
            GrowsWith = cluster.Eks is null ? "nodeAutoscaling, or cluster.existing.nodeAutoscaler: true" : "nodeAutoscaling",
        };
        return problems.Cover(path) ? checkedPool : WithCapacity(path, checkedPool, pool, spec.Zones.Count, settings, problems);
    }

    private static CheckedPool WithCapacity(string path, CheckedPool checkedPool, PoolConfig pool, int zones, PlatformSettings settings, ConfigProblems problems)
    {
        var root = RootVolumes.Of(pool, checkedPool.InstanceTypes, checkedPool.Sharing, settings.Served);
        VolumePerformanceRules.Check(
            ConfigPath.Key(path, "rootVolumeIops"), pool.RootVolumeIops, ConfigPath.Key(path, "rootVolumeThroughput"), pool.RootVolumeThroughput, RootVolumes.GiB(root), problems);
        var cache = settings.Storage.Cache is { } found && found.Pools.Contains(pool.Name) ? found : null;
        // Without a node autoscaler a managed node group stays at its minimum.
        var nodes = settings.HasNodeAutoscaler ? pool.Capacity?.Max : pool.Capacity?.Min;
        return checkedPool with
        {
            Nodes = nodes * (pool.PerZone ? Math.Max(1, zones) : 1),
            Volume = UsesNvme(pool, checkedPool, settings) ? BesideCache(NodeStorage.LocalNvme(checkedPool.InstanceTypes), cache) : root,
            VolumeWords = (UsesNvme(pool, checkedPool, settings), cache) switch
            {
                (true, null) => ("local NVMe disks", "use larger instance types"),
                (true, _) => ("local NVMe disks beside storage.cache,", "use larger instance types, make the cache smaller"),
                _ => ("rootVolume", "make rootVolume larger"),
            },
            CachedModels = cache?.Models ?? [],
        };
    }

    // The kubelet knows nothing of it: pods are put on the node as if it weren't there.
    private static ByteSize BesideCache(ByteSize disks, CacheConfig? cache) => new(Math.Max(0, disks.Bytes - (cache?.Size.Bytes ?? 0)));

    // Auto Mode joins local disks by itself. Of a pool that has them on some types only, the root volume counts: it is what the model was sized by.
    private static bool UsesNvme(PoolConfig pool, CheckedPool checkedPool, PlatformSettings settings) => pool.LocalNvme
        || (settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode && checkedPool.InstanceTypes is { IsEmpty: false } types && types.All(type => type.LocalNvmeGigabytes > 0));

    private static void CheckOwnTaint(string path, PoolConfig pool, Taint own, ConfigProblems problems)
    {
        for (var i = 0; i < pool.Taints.Length; i++)
        {
            if ((pool.Taints[i].Key, pool.Taints[i].Effect) == (own.Key, own.Effect))
            {
                problems.Add(ConfigPath.Index(path, i), $"a pool of these nodes has the taint {own.Key}={own.Value}:{own.Effect} already; remove this one");
            }
        }
    }

    private static void CheckName(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Cluster.Eks is not null && pool.Name == SystemNodePoolArgs.DefaultPoolName)
        {
            problems.Add(ConfigPath.Key(path, "name"), $"'{pool.Name}' is the pool of the cluster's controllers; choose another name");
        }
    }

    private static void CheckZones(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var (key, names) = PoolSpecs.ZonesOfTheCluster(settings);
        if (key.Length == 0)
        {
            return;
        }

        var zones = new KnownNames("zone of the cluster", PlatformRules.Key(key), names, problems);
        for (var i = 0; i < pool.Zones.Length; i++)
        {
            zones.Check(ConfigPath.Index(ConfigPath.Key(path, "zones"), i), pool.Zones[i], problems);
        }
    }
}
