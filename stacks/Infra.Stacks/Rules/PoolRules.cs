using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
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
            return new CheckedPool { IsExisting = true, GpusPerNode = nodes.GpusPerNode };
        }

        if (cluster is { Existing: null, Eks: null, Kubeconfig: not null })
        {
            problems.Add(path, "the stack can launch nodes only in an EKS cluster (cluster.eks or cluster.existing); describe existingNodes for the nodes of this one");
        }

        LabelRules.CheckTaints(ConfigPath.Key(path, "taints"), pool.Taints, problems);
        CheckOwnTaint(ConfigPath.Key(path, "taints"), pool, problems);
        CheckZones(path, pool, settings, problems);
        CheckName(path, pool, settings, problems);
        var types = NodePoolRules.Check(path, pool.InstanceTypes, pool.AmiType, pool.Labels, problems);
        var sharing = GpuSharingRules.Check(ConfigPath.Key(path, "sharing"), pool.Sharing?.ToRequest() ?? new GpuSharingRequest(), types, problems);
        var devices = AdvertisedDevice.Of(types, sharing);
        return new CheckedPool
        {
            InstanceTypes = types,
            GpusPerNode = devices.IsEmpty ? 1 : devices[0].Count,
            Sharing = sharing,
            GpusPerPod = devices.IsEmpty || !devices[0].IsShared ? null : 1,
            // Without a node autoscaler a managed node group stays at its minimum.
            Nodes = problems.Cover(path) ? null : settings.HasNodeAutoscaler ? pool.Capacity?.Max : pool.Capacity?.Min,
            GrowsWith = $"nodeAutoscaling, or cluster.{(cluster.Eks is null ? "existing" : "eks")}.nodeAutoscaler: true",
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

    private static void CheckName(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Cluster.Eks is not null && pool.Name == SystemNodePoolArgs.DefaultPoolName)
        {
            problems.Add(ConfigPath.Key(path, "name"), $"'{pool.Name}' is the pool of the cluster's controllers; choose another name");
        }
    }

    private static void CheckZones(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var (key, names) = settings switch
        {
            { Cluster.Existing: { } existing } => ("cluster", existing.Zones.Select(zone => zone.Name)),
            { Cluster.Eks: not null, Network: { } network } => ("network", network.ZoneNames()),
            _ => ("", []),
        };
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
