using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Monitoring;
using Infra.Components.Registry;
using Infra.Components.Serving;
using Infra.Components.Training;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Jobs;

/// <summary>Batches, trainings and registries as the tests use them.</summary>
internal static class JobSamples
{
    public const string Policy = """{"Version":"2012-10-17","Statement":[]}""";

    public static JobPodArgs Pod(int devices = 1, string? sharedMemory = null, params JobVolumeArgs[] volumes) => new()
    {
        Image = "example.com/work:1.2.3",
        Command = ["python3", "work.py"],
        Environment = new Dictionary<string, Input<string>> { ["BATCH_SIZE"] = "32" },
        Resources = new ResourcesArgs { Cpu = "3", Memory = "12Gi", Devices = devices },
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        PriorityClass = "gpu-inference-spot",
        SharedMemory = sharedMemory,
        Volumes = [.. volumes],
    };

    public static BatchInferenceArgs Items(params string[] items) => new()
    {
        JobName = "captions",
        Namespace = "models",
        Pod = Pod(),
        Items = [.. items],
        Parallelism = 2,
        FatalExitCodes = [3],
    };

    public static BatchInferenceArgs Queued(Input<string>? policy = null) => new()
    {
        JobName = "captions",
        Namespace = "models",
        Pod = Pod(),
        Queue = new WorkQueueArgs { Region = "eu-central-1", ScalerRole = "keda-role", MaxJobs = 4 },
        ClusterName = "gpu",
        Policy = policy,
    };

    public static TrainingJobArgs Nightly() => new()
    {
        JobName = "retrain",
        Namespace = "models",
        Pod = Pod(
            devices: 4,
            sharedMemory: "4Gi",
            new JobVolumeArgs { Claim = "datasets", Path = "/data", ReadOnly = true },
            new JobVolumeArgs { Claim = "models", Path = "/models" }),
        Schedule = new TrainingScheduleArgs { Cron = "0 3 * * *", TimeZone = "Europe/Berlin" },
        CheckpointUri = "s3://checkpoints/retrain",
        TrackingUri = "http://mlflow.models:5000",
        DeadlineSeconds = 14_400,
        ClusterName = "gpu",
        Policy = Policy,
    };

    public static ModelRegistryArgs Registry(bool scraped = false) => new()
    {
        Namespace = "models",
        Rds = new RdsDatabaseArgs { VpcId = "vpc-1", SubnetIds = new[] { "subnet-a", "subnet-b" }, ClientSecurityGroupId = "sg-nodes" },
        Artifacts = new RegistryArtifactsArgs { S3Uri = "s3://files/mlflow", Policy = Policy, Region = "eu-central-1", ClusterName = "gpu" },
        ClientNamespaces = ["web"],
        Scraping = scraped ? new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } } : null,
        PrometheusNamespace = scraped ? "monitoring" : null,
    };

    public static ModelRegistryArgs LocalRegistry(bool protect = true) => new()
    {
        Namespace = "models",
        ClusterDatabase = new ClusterDatabaseArgs { StorageClass = "fast" },
        Artifacts = new RegistryArtifactsArgs { Storage = "50Gi" },
        Protect = protect,
    };

    public static Task<ComponentRun> Run(BatchInferenceArgs args) => Run(options => _ = new BatchInference("batch", args, options));

    public static Task<ComponentRun> Run(TrainingJobArgs args) => Run(options => _ = new TrainingJob("training", args, options));

    public static Task<ComponentRun> Run(ModelRegistryArgs args) => Run(options => _ = new ModelRegistry("registry", args, options));

    public static Task<ComponentRun> Run(Action<ComponentResourceOptions> make) => ComponentHarness.RunAsync(
        () => make(new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider() } }),
        Samples.Options);

    /// <summary>The inputs of the only resource of a type whose name ends so.</summary>
    public static JObject Inputs(this ComponentRun run, string name) => run.Registrations.Single(r => r.Name == name).Inputs;
}
