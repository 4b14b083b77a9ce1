using Infra.Components.Storage;
using Infra.Components.Storage.Cache;
using Infra.Components.Storage.Volumes;

namespace Infra.Components.Tests.Storage;

/// <summary>Volumes and caches as the tests use them.</summary>
internal static class StorageSamples
{
    public static VolumeNetworkArgs Network(params string[] letters) => new()
    {
        VpcId = "vpc-1",
        NodeSecurityGroupId = "sg-nodes",
        Zones = [.. letters.Select(Samples.Zone)],
    };

    public static ModelVolumeArgs Ebs(string? accessMode = null, bool protect = true) => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = "200Gi",
        AccessMode = accessMode,
        Protect = protect,
        MountOptions = ["noatime"],
        Ebs = new EbsVolumeArgs { Zone = "eu-central-1a", Throughput = 500, Iops = 4000 },
    };

    public static ModelVolumeArgs Efs(bool protect = true) => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = "500Gi",
        Protect = protect,
        Efs = new EfsVolumeArgs { Network = Network("a", "b") },
    };

    public static ModelVolumeArgs Lustre(string? accessMode = null, int? throughput = 250, string size = "2400Gi") => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = size,
        AccessMode = accessMode,
        Lustre = new LustreVolumeArgs { Network = Network("a"), BucketName = "models-bucket", Path = "llm", Throughput = throughput },
    };

    public static ModelVolumeArgs Nfs(string? accessMode = null) => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = "500Gi",
        AccessMode = accessMode,
        Nfs = new NfsVolumeArgs { Server = "nfs.example", Path = "/exports/models" },
    };

    public static ModelVolumeArgs S3(string path = "llm") => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = "1Ti",
        S3 = new BucketVolumeArgs { BucketName = "models-bucket", Region = "eu-central-1", Path = path },
    };

    public static ModelVolumeArgs OfClass(string? accessMode = null) => new()
    {
        VolumeName = "weights",
        Namespace = "models",
        Size = "500Gi",
        AccessMode = accessMode,
        StorageClass = new ClassVolumeArgs { Name = "longhorn" },
    };

    public static ModelCacheArgs Cache(string size = "400Gi") => new()
    {
        Pools = [Samples.GpuPool("t4", Samples.Spot), Samples.GpuPool("a100")],
        Size = size,
        Namespace = "models",
        Region = "eu-central-1",
        Models =
        [
            new CachedModelArgs { Directory = "llama-1a2b3c4d", S3Uri = "s3://models-bucket/llama", Size = "150Gi" },
            new CachedModelArgs { Directory = "qwen-5e6f7a8b", S3Uri = "s3://models-bucket/qwen", Size = "200Gi" },
        ],
    };
}
