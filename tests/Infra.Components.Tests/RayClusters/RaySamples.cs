using Infra.Components.Jobs;
using Infra.Components.Monitoring;
using Infra.Components.Nodes;
using Infra.Components.RayClusters;
using Infra.Components.Serving;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.RayClusters;

/// <summary>Clusters of Ray as the tests use them.</summary>
internal static class RaySamples
{
    public static RayRedisArgs Redis => new() { Address = "rediss://redis.data.svc:6380", Port = 6380, Password = new SecretKeyArgs { Name = "redis", Key = "password" } };

    public static JobPodArgs Pod(string cpu, string memory, int devices = 0, params List<PoolReferenceArgs> pools) => new()
    {
        Image = "docker.io/rayproject/ray:2.52.0",
        Resources = new ResourcesArgs { Cpu = cpu, Memory = memory, Devices = devices },
        Pools = pools,
    };

    /// <summary>A head anywhere, workers with a GPU and workers without.</summary>
    public static RayNodesArgs Nodes(RayAutoscalingArgs? autoscaling = null, RayRedisArgs? redis = null) => new()
    {
        Head = new RayHeadPodArgs { Pod = Pod("1", "4Gi") },
        Workers =
        [
            new RayWorkersArgs
            {
                GroupName = "gpu",
                Pod = Pod("3", "12Gi", 1, Samples.GpuPool("t4")),
                MinReplicas = 1,
                Replicas = autoscaling is null ? 2 : null,
                MaxReplicas = 4,
                StartParams = new Dictionary<string, string> { ["num-cpus"] = "2" },
            },
            new RayWorkersArgs { GroupName = "cpu", Pod = Pod("2", "8Gi", 0, Samples.CpuPool()), MinReplicas = 0, MaxReplicas = 8 },
        ],
        Autoscaling = autoscaling,
        Redis = redis,
    };

    public static RayClusterArgs Cluster(RayNodesArgs? nodes = null) => new()
    {
        RayClusterName = "research",
        Namespace = "models",
        Nodes = nodes ?? Nodes(),
    };

    public static ScrapingArgs Scraping => new() { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } };

    public static RayTrainingArgs Training(RayNodesArgs? nodes = null) => new()
    {
        JobName = "finetune",
        Namespace = "models",
        Nodes = nodes ?? Nodes(),
        Entrypoint = "python train.py",
        RuntimeEnvironment = """{"pip":["datasets==4.1.1"]}""",
        CheckpointUri = "s3://checkpoints/finetune",
        TrackingUri = "http://mlflow.models:5000",
        Retries = 1,
        DeadlineSeconds = 3600,
        KeepSeconds = 60,
        RunId = "2",
        ClusterName = "gpu",
        Policy = JobSamples.Policy,
    };

    public static Task<ComponentRun> Run(RayClusterArgs args) => JobSamples.Run(options => _ = new RayCluster("ray", args, options));

    public static Task<ComponentRun> Run(RayTrainingArgs args) => JobSamples.Run(options => _ = new RayTraining("training", args, options));
}
