using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of one pool against catalogue and cluster.</summary>
internal static class PoolRules
{
    public static CheckedPool Check(string path, PoolConfig pool, ClusterConfig cluster, IReadOnlyList<ModelConfig> models, ConfigProblems problems)
    {
        if (pool.ExistingNodes is { } nodes)
        {
            var at = ConfigPath.Key(path, "existingNodes");
            LabelRules.CheckLabels(ConfigPath.Key(at, "labels"), nodes.Labels, problems);
            LabelRules.CheckTaints(ConfigPath.Key(at, "taints"), nodes.Taints, problems);
            return new CheckedPool { IsExisting = true, GpusPerNode = nodes.GpusPerNode };
        }

        if (cluster.Existing is null && cluster.Kubeconfig is not null)
        {
            problems.Add(path, "the stack can launch nodes only in an EKS cluster (cluster.existing); describe existingNodes for the nodes of this one");
        }

        LabelRules.CheckTaints(ConfigPath.Key(path, "taints"), pool.Taints, problems);
        CheckZones(path, pool, cluster, problems);
        var spec = PoolSpecs.Of(pool, cluster);
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
        };
        if (problems.Cover(path))
        {
            return checkedPool;
        }

        var root = RootVolumes.Of(pool, node.InstanceTypes, node.Sharing, models);
        VolumePerformanceRules.Check(
            ConfigPath.Key(path, "rootVolumeIops"), pool.RootVolumeIops, ConfigPath.Key(path, "rootVolumeThroughput"), pool.RootVolumeThroughput, RootVolumes.GiB(root), problems);
        return checkedPool with
        {
            // Without a node autoscaler a managed node group stays at its minimum.
            Nodes = (cluster.Existing is { NodeAutoscaler: false } ? pool.Capacity?.Min : pool.Capacity?.Max) * (pool.PerZone ? Math.Max(1, spec.Zones.Count) : 1),
            Volume = pool.LocalNvme ? NodeStorage.LocalNvme(node.InstanceTypes) : root,
            VolumeWords = pool.LocalNvme ? ("local NVMe disks", "use larger instance types") : ("rootVolume", "make rootVolume larger"),
        };
    }

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

    private static void CheckZones(string path, PoolConfig pool, ClusterConfig cluster, ConfigProblems problems)
    {
        if (cluster.Existing is not { } existing)
        {
            return;
        }

        var zones = new KnownNames("zone of the cluster", $"{PlatformSettings.ConfigNamespace}:cluster", existing.Zones.Select(zone => zone.Name), problems);
        for (var i = 0; i < pool.Zones.Length; i++)
        {
            zones.Check(ConfigPath.Index(ConfigPath.Key(path, "zones"), i), pool.Zones[i], problems);
        }
    }
}
