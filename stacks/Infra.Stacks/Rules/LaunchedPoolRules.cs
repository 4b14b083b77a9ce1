using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Keys of a pool that mean nothing where Karpenter or EKS Auto Mode launches its nodes: refused one by one, because a key that does nothing is a promise broken.</summary>
internal static class LaunchedPoolRules
{
    public static void Check(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        var isAutoMode = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode;
        var who = isAutoMode ? "EKS Auto Mode" : "Karpenter";
        foreach (var (key, reason) in OfNodeGroups(pool, who).Concat(isAutoMode ? OfOwnImages(pool) : []))
        {
            problems.Add(ConfigPath.Key(path, key), $"{reason}; remove this key, or use another kind of nodeAutoscaling");
        }

        if (pool.Capacity is { Min: > 0 } capacity)
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "capacity"), "min"),
                $"{Counted.Of(capacity.Min, "node")}, but {who} launches nodes for pods alone; use min: 0, and headroom to keep nodes ready");
        }

        if (pool.Reservation?.ResourceGroupArn is not null)
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "reservation"), "resourceGroupArn"),
                $"{who} finds reservations by their ids and knows no resource groups; use reservation.id");
        }

        if (isAutoMode)
        {
            if (AutoModeNames.Problem(pool.Name) is { } taken && !problems.Cover(ConfigPath.Key(path, "name")))
            {
                problems.Add(ConfigPath.Key(path, "name"), taken);
            }

            AutoModeVolume.Check(path, pool.RootVolumeIops, pool.RootVolumeThroughput, problems);
        }
        else
        {
            CheckKarpenter(path, pool, settings, problems);
        }
    }

    private static void CheckKarpenter(string path, PoolConfig pool, PlatformSettings settings, ConfigProblems problems)
    {
        if (AmiTypes.TryGet(PoolSpecs.Of(pool, settings).AmiTypeName, out var ami) && (pool.AmiReleaseVersion is not { } release || AmiAlias.Of(ami, release) is null))
        {
            problems.Add(
                ConfigPath.Key(path, "amiReleaseVersion"),
                $"{(pool.AmiReleaseVersion is null ? "missing" : $"'{pool.AmiReleaseVersion}' is no release of {ami.Name}")}; Karpenter replaces all nodes when AWS publishes an image unless a release is named; {AmiAlias.Forms}");
        }

        if (pool.Sharing is not null && !settings.NodeAutoscaling.NodeOverlays)
        {
            problems.Add(
                ConfigPath.Key(path, "sharing"),
                "Karpenter knows whole GPUs only, and learns of shared ones by NodeOverlay, which is alpha; set nodeAutoscaling.nodeOverlays: true to use it all the same, or kind: clusterAutoscaler");
        }
    }

    private static IEnumerable<(string Key, string Reason)> OfNodeGroups(PoolConfig pool, string who)
    {
        var defaults = new PoolConfig { Name = pool.Name };
        return new (bool IsSet, string Key, string Reason)[]
        {
            (pool.PerZone, "perZone", $"{who} has no node groups, and chooses the zone of each node by its pods' volumes and spread"),
            (pool.Update != defaults.Update, "update", $"{who} replaces outdated nodes one at a time, whatever is said here"),
            (pool.Repair != defaults.Repair, "repair", $"{who} is not told how to repair nodes"),
        }.Where(entry => entry.IsSet).Select(entry => (entry.Key, entry.Reason));
    }

    private static IEnumerable<(string Key, string Reason)> OfOwnImages(PoolConfig pool) => new (bool IsSet, string Key, string Reason)[]
    {
        (pool.AmiType is not null, "amiType", "EKS Auto Mode chooses the image itself"),
        (pool.AmiReleaseVersion is not null, "amiReleaseVersion", "EKS Auto Mode chooses the image itself"),
        (pool.Legacy, "legacy", "EKS Auto Mode chooses the driver itself, and nobody promises one for legacy types"),
        (pool.LocalNvme, "localNvme", "EKS Auto Mode uses the local NVMe disks of instance types that have them unasked"),
        (pool.Images.ParallelPull, "images.parallelPull", "EKS Auto Mode decides itself how nodes pull images"),
        (pool.Images.Snapshot is not null, "images.snapshot", "a node class of EKS Auto Mode takes no snapshot"),
        (pool.Efa, "efa", "a node class of EKS Auto Mode has neither EFA interfaces nor a placement group"),
        (pool.Sharing is not null, "sharing", "the device plugin of EKS Auto Mode shares no GPUs"),
    }.Where(entry => entry.IsSet).Select(entry => (entry.Key, entry.Reason));
}
