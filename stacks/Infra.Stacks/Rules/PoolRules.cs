using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of one pool against catalogue and cluster.</summary>
internal static class PoolRules
{
    public static CheckedPool Check(string path, PoolConfig pool, ClusterConfig cluster, ConfigProblems problems)
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
        CheckOwnTaint(ConfigPath.Key(path, "taints"), pool, problems);
        CheckZones(path, pool, cluster, problems);
        var types = NodePoolRules.Check(path, pool.InstanceTypes, pool.AmiType, pool.Labels, problems);
        return new CheckedPool
        {
            InstanceTypes = types,
            GpusPerNode = types.Length == 0 ? 1 : types.Min(type => type.Accelerator!.Count),
            // Without a node autoscaler a managed node group stays at its minimum.
            Nodes = problems.Cover(path) ? null : cluster.Existing is { NodeAutoscaler: false } ? pool.Capacity?.Min : pool.Capacity?.Max,
            Volume = problems.Cover(path) ? null : pool.RootVolume,
        };
    }

    private static void CheckOwnTaint(string path, PoolConfig pool, ConfigProblems problems)
    {
        for (var i = 0; i < pool.Taints.Length; i++)
        {
            if (PoolContract.OwnTaint is var own && (pool.Taints[i].Key, pool.Taints[i].Effect) == (own.Key, own.Effect))
            {
                problems.Add(ConfigPath.Index(path, i), $"a pool of GPU nodes has the taint {own.Key}={own.Value}:{own.Effect} already; remove this one");
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
