using Infra.Components.Identity;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Examples;

/// <summary>A SavedModel in a bucket of its own, served by TensorFlow Serving on one to four T4s. Its pods read the model as themselves: there is no key.</summary>
public static class ModelFromBucket
{
    private const string Model = "image-classifier";

    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var bucket = new ModelBucket("models", new ModelBucketArgs(), cluster.With());
        var reader = new PodIdentityRole($"{Model}-reader", new PodIdentityRoleArgs
        {
            ClusterName = cluster.Name,
            Namespace = cluster.Namespace,
            ServiceAccount = Model,
            Policy = bucket.ReadPolicy(Model),
        }, cluster.With());
        _ = new InferenceService(Model, new InferenceServiceArgs
        {
            Model = Model,
            Namespace = cluster.Namespace,
            Runtime = "tensorflow-serving",
            Source = new ModelSourceArgs { S3Uri = Output.Format($"s3://{bucket.BucketName}/{Model}"), Region = cluster.Region, ReaderRoleArn = reader.RoleArn },
            ModelSize = "500Mi",
            Pools = [ExistingCluster.Gpus("t4", 1)],
            Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
            Autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = 60 },
            Batching = new BatchingArgs { MaxBatchSize = 16, MaxLatencyMs = 10 },
        }, cluster.With(reader));
    }
}
