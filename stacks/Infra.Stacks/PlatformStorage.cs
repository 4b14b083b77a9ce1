using Infra.Components.Clusters;
using Infra.Components.Identity;
using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Components.Storage.Cache;
using Infra.Components.Storage.Volumes;
using Infra.Core.Clusters;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Storage;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Layers;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Where the models of an environment are kept, and what a model needs to get at its files.</summary>
/// <param name="settings">Checked settings.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="providers">All providers.</param>
/// <param name="tenants">The namespaces.</param>
/// <param name="layer">The platform under a stack of models; null where one stack has both.</param>
internal sealed class PlatformStorage(PlatformSettings settings, PlatformCluster cluster, Providers providers, PlatformTenants tenants, ModelsLayer? layer)
{
    private const string CacheName = "model-cache";

    private readonly Dictionary<string, IBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelBucket> _replicas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelVolume> _volumes = new(StringComparer.Ordinal);
    private ModelCache? _cache;

    /// <summary>The buckets, by name.</summary>
    public IReadOnlyDictionary<string, IBucket> Buckets => _buckets;

    /// <summary>Copies of buckets in other regions, by the name of the bucket.</summary>
    public IReadOnlyDictionary<string, ModelBucket> Replicas => _replicas;

    /// <summary>Volumes by their name, which is that of the claim too.</summary>
    public IReadOnlyDictionary<string, ModelVolume> Volumes => _volumes;

    /// <summary>Declares buckets, the driver that mounts them, volumes and the cache.</summary>
    /// <param name="pools">The pools, which are there already.</param>
    public void Create(PlatformPools pools)
    {
        CreateBuckets();
        var driver = CreateS3Driver();
        foreach (var volume in settings.Storage.Volumes)
        {
            _volumes[volume.Name] = new ModelVolume(volume.Name, VolumeArguments(volume), providers.Component([.. BeforeVolume(volume, driver)]));
        }

        if (settings.Storage.Cache is { } cache)
        {
            CreateCache(cache, pools);
        }
    }

    /// <summary>Where the files of a model and of its transformer come from; null where images have them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dependsOn">Gets what has to be there before its pods.</param>
    public (ModelSourceArgs? Model, ModelSourceArgs? Transformer) Sources(ModelConfig model, List<Resource> dependsOn)
    {
        var isCached = CacheRules.Has(settings, model);
        var reader = Reader(model, isCached, dependsOn);
        if (!isCached)
        {
            return (Source(model.ParsedSource, reader, dependsOn), Source(model.Transformer?.ParsedSource, reader, dependsOn));
        }

        dependsOn.Add(_cache!);
        var cached = new ModelSourceArgs { Cache = new CacheSourceArgs { ClaimName = _cache!.ClaimName, Directory = Cached(model).Directory } };
        return (cached, Source(model.Transformer?.ParsedSource, reader, dependsOn));
    }

    // A role of the model's own, which must exist before its pods start; null where nothing is copied from S3.
    private PodIdentityRole? Reader(ModelConfig model, bool isCached, List<Resource> dependsOn)
    {
        var copied = new[] { isCached ? null : model.ParsedSource, model.Transformer?.ParsedSource }.OfType<ModelSource.S3>().ToList();
        if (copied.Count == 0)
        {
            return null;
        }

        var reader = new PodIdentityRole(ModelNames.Reader(model.Name), new PodIdentityRoleArgs
        {
            ClusterName = cluster.EksName!,
            Namespace = tenants.Of(model.Tenant).Namespace,
            ServiceAccount = model.Name,
            Policy = copied is [var only]
                ? _buckets[only.Bucket].ReadPolicy(only.Path)
                : ModelBucket.GrantPolicy(copied.Select(s3 => new BucketGrant(_buckets[s3.Bucket], s3.Path, Writes: false))),
        }, providers.Component());
        dependsOn.Add(reader);
        return reader;
    }

    private ModelSourceArgs? Source(ModelSource? source, PodIdentityRole? reader, List<Resource> dependsOn)
    {
        switch (source)
        {
            case ModelSource.S3 s3:
                return new ModelSourceArgs { S3Uri = Uri(s3), S3Path = $"{s3.Bucket}/{s3.Path}", Region = settings.Aws!.Region, ReaderRoleArn = reader!.RoleArn };
            case ModelSource.Https https:
                return new ModelSourceArgs { ArchiveUrl = https.Url.AbsoluteUri };
            case ModelSource.HuggingFace hub:
                return new ModelSourceArgs { HuggingFace = hub.Model.Repository, Revision = hub.Model.Revision };
            case ModelSource.Pvc pvc:
                dependsOn.Add(_volumes[pvc.Volume]);
                return new ModelSourceArgs { Volume = VolumeSource(settings, pvc, _volumes[pvc.Volume].ClaimName) };
            case ModelSource.Oci oci:
                return new ModelSourceArgs { Image = oci.Image };
            default:
                return null;
        }
    }

    private Output<string> Uri(ModelSource.S3 s3) => Output.Format($"s3://{_buckets[s3.Bucket].BucketName}/{s3.Path}");

    private static CachedModel Cached(ModelConfig model) => new(model.Name, model.Source!, model.Size);

    private void CreateBuckets()
    {
        var logs = settings.Storage is { AccessLogDays: { } days } && settings.Storage.Buckets.Any(bucket => bucket.IsOwn)
            ? new AccessLogBucket(
                "access-logs",
                new AccessLogBucketArgs { AccountId = settings.Aws!.AccountId, RetentionDays = days, Protect = settings.Storage.Protect },
                providers.Component())
            : null;
        foreach (var bucket in settings.Storage.Buckets)
        {
            if (bucket.Platform)
            {
                _buckets[bucket.Name] = layer!.Bucket(bucket.Name);
                continue;
            }

            if (bucket.Existing is { } existing)
            {
                _buckets[bucket.Name] = new ExistingBucket(existing.Bucket, existing.KeyArn);
                continue;
            }

            if (bucket.ReplicaRegion is { } region)
            {
                _replicas[bucket.Name] = new ModelBucket($"{bucket.Name}-replica", BucketArguments(bucket, null, null), providers.ComponentIn(region));
            }

            var replica = _replicas.GetValueOrDefault(bucket.Name);
            _buckets[bucket.Name] = new ModelBucket(
                bucket.Name, BucketArguments(bucket, replica, logs), providers.Component([.. new ComponentResource?[] { replica, logs }.OfType<ComponentResource>()]));
        }
    }

    private ModelBucketArgs BucketArguments(BucketConfig bucket, ModelBucket? replica, AccessLogBucket? logs) => new()
    {
        Protect = settings.Storage.Protect,
        NoncurrentDays = bucket.NoncurrentDays,
        Replication = replica is null ? null : new ReplicationArgs { BucketArn = replica.BucketArn, KeyArn = replica.KeyArn },
        AccessLogBucket = logs is null ? null : (Input<string>)logs.BucketName,
        ObjectLock = bucket.ObjectLock is { } objectLock
            ? new ObjectLockArgs { Mode = WireNames.Name(objectLock.Mode).ToUpperInvariant(), Days = objectLock.Days }
            : null,
        LustreAccountId = settings.Storage.Volumes.Any(volume => volume.Lustre?.Bucket == bucket.Name) ? settings.Aws!.AccountId : null,
    };

    // Its pods may read what volumes show of the environment's buckets and nothing else, so it comes after them.
    private EksAddOn? CreateS3Driver()
    {
        if (settings.Cluster.Eks is not { } eks || !eks.AddOns.Further.Contains(EksAddOns.S3CsiDriver.Name))
        {
            return null;
        }

        var shown = settings.Storage.Volumes.Select(volume => volume.S3).OfType<BucketVolumeConfig>().Select(s3 => new BucketGrant(_buckets[s3.Bucket], s3.Path, Writes: false)).ToList();
        return PlatformAddOns.Create(
            cluster.EksName!, EksAddOns.S3CsiDriver, eks, providers.Component([.. cluster.Ready]), shown.Count == 0 ? null : (Input<string>)ModelBucket.GrantPolicy(shown));
    }

    // Drivers are add-ons of the cluster, but for the one of buckets, which comes after these.
    private IEnumerable<Resource> BeforeVolume(VolumeConfig volume, EksAddOn? s3Driver)
    {
        var bucket = volume.Lustre?.Bucket ?? volume.S3?.Bucket;
        return
        [
            .. cluster.Ready,
            .. volume.S3 is not null && s3Driver is not null ? new Resource[] { s3Driver } : [],
            .. bucket is not null && _buckets[bucket] is Resource own ? new[] { own } : [],
        ];
    }

    private ModelVolumeArgs VolumeArguments(VolumeConfig volume) => new()
    {
        VolumeName = volume.Name,
        Namespace = tenants.Of(volume.Tenant).Namespace,
        Size = volume.Size.ToString(),
        AccessMode = $"{volume.Access}",
        MountOptions = [.. volume.MountOptions],
        Protect = settings.Storage.Protect,
        Ebs = volume.Ebs is { } ebs
            ? new EbsVolumeArgs { Zone = ebs.Zone, Iops = ebs.Iops, Throughput = ebs.Throughput, AutoMode = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode }
            : null,
        Efs = volume.Efs is not null ? new EfsVolumeArgs { Network = Network(null) } : null,
        Lustre = volume.Lustre is { } lustre
            ? new LustreVolumeArgs { Network = Network(lustre.Zone), BucketName = _buckets[lustre.Bucket].BucketName, Path = lustre.Path, Throughput = lustre.Throughput }
            : null,
        Nfs = volume.Nfs is { } nfs ? new NfsVolumeArgs { Server = nfs.Server, Path = nfs.Path } : null,
        S3 = volume.S3 is { } s3 ? new BucketVolumeArgs { BucketName = _buckets[s3.Bucket].BucketName, Region = settings.Aws!.Region, Path = s3.Path } : null,
        StorageClass = volume.StorageClass is { } name ? new ClassVolumeArgs { Name = name } : null,
    };

    private VolumeNetworkArgs Network(string? zone) => new()
    {
        VpcId = cluster.NodeNetwork!.Value.VpcId,
        NodeSecurityGroupId = cluster.NodeNetwork.Value.SecurityGroupId,
        Zones = [.. cluster.SubnetsOf(zone is null ? [] : [zone]).Select(subnet => new NodeZoneArgs { Name = subnet.Zone, SubnetId = subnet.SubnetId })],
    };

    /// <summary>A directory of a volume.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="pvc">Which one.</param>
    /// <param name="claimName">Name of the volume's claim.</param>
    public static VolumeSourceArgs VolumeSource(PlatformSettings settings, ModelSource.Pvc pvc, Input<string> claimName)
    {
        var volume = settings.Storage.Volumes.First(one => one.Name == pvc.Volume);
        return new VolumeSourceArgs
        {
            ClaimName = claimName,
            Path = pvc.Path,
            Kind = VolumeKinds.Name(volume.Kind!.Value),
            Throughput = volume.Ebs?.Throughput ?? (volume.Lustre is { } lustre ? LustreRules.MebibytesPerSecond(volume.Size, lustre.Throughput) : null),
        };
    }

    private void CreateCache(CacheConfig cache, PlatformPools pools)
    {
        var models = settings.Served.Where(model => cache.Models.Contains(model.Name)).ToList();
        var sources = models.Select(model => (ModelSource.S3)model.ParsedSource!).ToList();
        var reader = new PodIdentityRole(ModelNames.Reader(CacheName), new PodIdentityRoleArgs
        {
            ClusterName = cluster.EksName!,
            Namespace = ModelCacheArgs.DefaultFillerNamespace,
            ServiceAccount = ModelCacheArgs.ServiceAccount,
            Policy = ModelBucket.GrantPolicy(sources.Select(source => new BucketGrant(_buckets[source.Bucket], source.Path, Writes: false))),
        }, providers.Component());
        _cache = new ModelCache(CacheName, new ModelCacheArgs
        {
            ImageCache = CachedImages.ToArgs(settings),
            Pools = [.. cache.Pools.Select(pool => PoolReferenceArgs.From(pools.Contracts[pool]))],
            Size = cache.Size.ToString(),
            Namespace = tenants.Own.Namespace,
            Region = settings.Aws!.Region,
            Models = [.. models.Select(model => new CachedModelArgs { Directory = Cached(model).Directory, S3Uri = Uri((ModelSource.S3)model.ParsedSource!), Size = model.Size.ToString() })],
        }, providers.Component([reader, .. cluster.Ready, .. cache.Pools.Select(pool => pools.Managed[pool])]));
    }
}
