using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Pulumi;

namespace Infra.Examples;

/// <summary>A month of images per pod, two at a time: an indexed Job whose pods read and write below one directory of a bucket.</summary>
public static class BatchOfImages
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var data = new ModelBucket("data", new ModelBucketArgs(), cluster.With());
        _ = new BatchInference("score-images", new BatchInferenceArgs
        {
            JobName = "score-images",
            Namespace = cluster.Namespace,
            Pod = new JobPodArgs
            {
                Image = "registry.example.com/score:1.0.0",
                Environment = new Dictionary<string, Input<string>> { ["DATA"] = Output.Format($"s3://{data.BucketName}/images") },
                Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
                Pools = [ExistingCluster.Gpus("t4", 1)],
            },
            Items = ["2026-01", "2026-02", "2026-03"],
            Parallelism = 2,
            ClusterName = cluster.Name,
            Policy = ModelBucket.GrantPolicy([new BucketGrant(data, "images", Writes: true)]),
        }, cluster.With());
    }
}
