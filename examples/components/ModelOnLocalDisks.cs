using Infra.Components.Identity;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Components.Storage.Cache;
using Pulumi;

namespace Infra.Examples;

/// <summary>A model on the local disks of every node of a pool, copied there before a replica asks for it.</summary>
public static class ModelOnLocalDisks
{
    // The cache's own directory of a model; another one for each version, so that none is read while it is overwritten.
    private const string Directory = "image-classifier-1";

    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var bucket = new ModelBucket("models", new ModelBucketArgs(), cluster.With());
        var reader = new PodIdentityRole("model-cache-reader", new PodIdentityRoleArgs
        {
            ClusterName = cluster.Name,
            Namespace = ModelCacheArgs.DefaultFillerNamespace,
            ServiceAccount = ModelCacheArgs.ServiceAccount,
            Policy = bucket.ReadPolicy("image-classifier"),
        }, cluster.With());
        var pool = ExistingCluster.Gpus("t4", 1);
        var cache = new ModelCache("model-cache", new ModelCacheArgs
        {
            Pools = [pool],
            Size = "50Gi",
            Namespace = cluster.Namespace,
            Region = cluster.Region,
            Models = [new CachedModelArgs { Directory = Directory, S3Uri = Output.Format($"s3://{bucket.BucketName}/image-classifier"), Size = "2Gi" }],
        }, cluster.With(reader));
        _ = new InferenceService("image-classifier", new InferenceServiceArgs
        {
            Model = "image-classifier",
            Namespace = cluster.Namespace,
            Runtime = "tensorflow-serving",
            Source = new ModelSourceArgs { Cache = new CacheSourceArgs { ClaimName = cache.ClaimName, Directory = Directory } },
            ModelSize = "2Gi",
            Pools = [pool],
            Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
        }, cluster.With(cache));
    }
}
