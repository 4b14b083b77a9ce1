using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of nodes outside AWS: the cluster that they can join, its remote network, and their labels and taints.</summary>
internal static class EdgePoolRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckRemoteNetwork(settings, problems);
        for (var i = 0; i < settings.EdgePools.Length; i++)
        {
            CheckPool(PlatformRules.At("edgePools", i), settings.EdgePools[i], settings, problems);
        }
    }

    /// <summary>The pool as the rules of models see it.</summary>
    public static CheckedPool ForModels(EdgePoolConfig pool) => new() { IsExisting = true, GpusPerNode = pool.DevicesPerNode, Vendor = pool.Accelerator };

    private static void CheckPool(string path, EdgePoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(path, "only an EKS cluster has hybrid nodes (cluster.eks or cluster.existing); describe them as existingNodes of a pool");
        }
        else if (settings.Cluster.Eks is { RemoteNetwork: null } && !problems.Cover(PlatformRules.Key("cluster.eks.remoteNetwork")))
        {
            problems.Add(path, "the cluster lets no nodes outside AWS join; say their networks in cluster.eks.remoteNetwork, such as {nodeCidrs: [192.168.64.0/20]}");
        }

        LabelRules.CheckLabels(ConfigPath.Key(path, "labels"), pool.Labels, problems);
        foreach (var key in pool.Labels.Keys.Where(key => PoolContract.OwnLabels.Contains(key)))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "labels"), key), "the pool sets this label itself; remove it");
        }

        LabelRules.CheckTaints(ConfigPath.Key(path, "taints"), pool.Taints, problems);
        var own = PoolContract.OwnEdgeTaints(pool.Accelerator, pool.DevicesPerNode);
        for (var i = 0; i < pool.Taints.Length; i++)
        {
            if (own.Any(taint => (taint.Key, taint.Effect) == (pool.Taints[i].Key, pool.Taints[i].Effect)))
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "taints"), i), $"the pool sets a taint {pool.Taints[i].Key} of this effect itself; remove this one");
            }
        }
    }

    private static void CheckRemoteNetwork(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("cluster.eks.remoteNetwork");
        if (settings.Cluster.Eks is not { RemoteNetwork: { } remote } eks || problems.Cover(path))
        {
            return;
        }

        var taken = new List<(Ipv4Network, string)>();
        if (settings.Network is { Existing: null } network)
        {
            taken.Add((network.Cidr, "the VPC's"));
            taken.AddRange(network.PodCidr is { } pods ? [(pods, "the pods'")] : []);
        }

        taken.AddRange(eks.ServiceCidr is { } services ? [(services, "the Services'")] : []);
        RemoteNetworkRules.Check((ConfigPath.Key(path, "nodeCidrs"), remote.NodeCidrs), (ConfigPath.Key(path, "podCidrs"), remote.PodCidrs), taken, problems);
    }
}
