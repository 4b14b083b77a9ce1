using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

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
            return new CheckedPool([], HasDevices: false);
        }

        if (cluster.Existing is null && cluster.Kubeconfig is not null)
        {
            problems.Add(path, "the stack can launch nodes only in an EKS cluster (cluster.existing); describe existingNodes for the nodes of this one");
        }

        LabelRules.CheckLabels(ConfigPath.Key(path, "labels"), pool.Labels, problems);
        LabelRules.CheckTaints(ConfigPath.Key(path, "taints"), pool.Taints, problems);
        CheckZones(path, pool, cluster, problems);
        return new CheckedPool(NodePoolRules.Check(path, pool.InstanceTypes, pool.AmiType, pool.Labels, problems), HasDevices: true);
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
