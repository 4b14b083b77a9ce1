using Infra.Components.Storage;
using Infra.Core.Clusters;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of buckets and volumes: what they refer to exists, and the cluster has what they need.</summary>
internal static class StorageRules
{
    public static void Check(PlatformSettings settings, KnownNames buckets, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Storage.Buckets.Length; i++)
        {
            CheckBucket(PlatformRules.At("storage.buckets", i), settings.Storage.Buckets[i], settings, problems);
        }

        for (var i = 0; i < settings.Storage.Volumes.Length; i++)
        {
            var (path, volume) = (PlatformRules.At("storage.volumes", i), settings.Storage.Volumes[i]);
            if (volume.Kind is { } kind)
            {
                CheckVolume(path, volume, settings, buckets, problems);
                CheckDriver(path, kind, settings, problems);
            }
        }
    }

    private static void CheckBucket(string path, BucketConfig bucket, PlatformSettings settings, ConfigProblems problems)
    {
        if (bucket.ReplicaRegion is { } region && region == settings.Aws?.Region)
        {
            problems.Add(ConfigPath.Key(path, "replicaRegion"), $"{Shown.Quoted(region)} is the region of the bucket itself; name another, or remove it");
        }

        if (bucket.ObjectLock is not null && !settings.Storage.Protect)
        {
            problems.Add(ConfigPath.Key(path, "objectLock"), "locked objects can't be deleted with their bucket, as storage.protect: false wants it; remove one of the two");
        }
    }

    private static void CheckVolume(string path, VolumeConfig volume, PlatformSettings settings, KnownNames buckets, ConfigProblems problems)
    {
        if (settings.Storage.Cache is not null && volume.Name == ModelCacheArgs.DefaultClaimName)
        {
            problems.Add(ConfigPath.Key(path, "name"), $"'{volume.Name}' is the claim of storage.cache; choose another name");
        }

        if (volume.Ebs is { } ebs)
        {
            CheckZone($"{path}.ebs.zone", ebs.Zone, settings, problems);
            VolumePerformanceRules.Check($"{path}.ebs.iops", ebs.Iops, $"{path}.ebs.throughput", ebs.Throughput, (int)(volume.Size.Bytes >> 30), problems);
        }

        if (volume.Lustre is { } lustre)
        {
            CheckZone($"{path}.lustre.zone", lustre.Zone, settings, problems);
            buckets.Check($"{path}.lustre.bucket", lustre.Bucket, problems);
            LustreRules.Check(ConfigPath.Key(path, "size"), volume.Size, $"{path}.lustre.throughput", lustre.Throughput, problems);
        }

        if (volume.S3 is { } bucket)
        {
            buckets.Check($"{path}.s3.bucket", bucket.Bucket, problems);
        }
    }

    private static void CheckZone(string path, string zone, PlatformSettings settings, ConfigProblems problems)
    {
        var (key, names) = PoolSpecs.ZonesOfTheCluster(settings);
        if (key.Length > 0)
        {
            new KnownNames("zone of the cluster", PlatformRules.Key(key), names, problems).Check(path, zone, problems);
        }
    }

    private static void CheckDriver(string path, VolumeKind kind, PlatformSettings settings, ConfigProblems problems)
    {
        if (VolumeKinds.AddOn(kind) is not { } addOn || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var at = ConfigPath.Key(path, VolumeKinds.Name(kind));
        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(at, "lies in AWS, and needs cluster.eks or cluster.existing; use nfs or storageClass on this cluster");
        }
        else if (settings.Cluster.Existing is not null && kind == VolumeKind.S3)
        {
            problems.Add(
                at,
                "the pods would have no permission to read: the driver does it with its own role, which the stack makes only with the driver (cluster.eks.addOns.further); "
                + "use a source s3://BUCKET/PATH, for which each model gets a role");
        }
        else if (settings.Cluster.Eks is { } eks && !HasDriver(addOn, eks.AddOns, settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode))
        {
            problems.Add(at, $"needs the add-on {addOn.Name}, and nobody would mount the volume; add it to cluster.eks.addOns.further");
        }
    }

    private static bool HasDriver(EksAddOnSpec addOn, AddOnsConfig addOns, bool autoMode) =>
        EksAddOns.Base.Contains(addOn) || addOns.Managed(autoMode).Contains(addOn);
}
