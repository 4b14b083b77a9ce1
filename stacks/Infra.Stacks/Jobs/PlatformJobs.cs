using System.Collections.Immutable;
using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Keda;
using Infra.Components.Monitoring;
using Infra.Components.RayClusters;
using Infra.Components.Registry;
using Infra.Components.Storage;
using Infra.Components.Training;
using Infra.Core.Batch;
using Infra.Core.Nodes;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Rules;
using Infra.Stacks.Tenants;
using Pulumi;

namespace Infra.Stacks.Jobs;

/// <summary>The model registry, batches, trainings and clusters of Ray of an environment.</summary>
internal sealed class PlatformJobs
{
    private const string RegistryClass = "registry-disks";

    /// <summary>The configuration, checked.</summary>
    public required PlatformSettings Settings { get; init; }

    /// <summary>The cluster.</summary>
    public required PlatformCluster Cluster { get; init; }

    /// <summary>The providers.</summary>
    public required Providers Providers { get; init; }

    /// <summary>The namespaces.</summary>
    public required PlatformTenants Tenants { get; init; }

    /// <summary>Contracts of all pools.</summary>
    public required IReadOnlyDictionary<string, PoolContract> Contracts { get; init; }

    /// <summary>Buckets by their name in the configuration.</summary>
    public required IReadOnlyDictionary<string, IBucket> Buckets { get; init; }

    /// <summary>Volumes by the name of their claim.</summary>
    public required IReadOnlyDictionary<string, ModelVolume> Volumes { get; init; }

    /// <summary>KubeRay's operator; null where nothing needs it, or another stack has it.</summary>
    public required ComponentResource? Ray { get; init; }

    /// <summary>KEDA; null where nothing is scaled by it.</summary>
    public required KedaOperator? Keda { get; init; }

    /// <summary>What has to exist before pods of a namespace on these pools, in a given priority.</summary>
    public required Func<Home, IEnumerable<string>, ModelPriority, IEnumerable<Resource>> Before { get; init; }

    /// <summary>Declares everything.</summary>
    /// <returns>The registry; null without one.</returns>
    public ModelRegistry? Create()
    {
        var registry = CreateRegistry();
        for (var i = 0; i < Settings.Jobs.Length; i++)
        {
            CreateBatch(ConfiguredJob.OfBatch(Settings.Jobs[i], i), Settings.Jobs[i]);
        }

        for (var i = 0; i < Settings.Trainings.Length; i++)
        {
            if (Settings.Trainings[i].Ray is { } ray)
            {
                CreateRayTraining(ConfiguredRay.OfTraining(Settings.Trainings[i], ray, i), Settings.Trainings[i], ray, registry);
            }
            else
            {
                CreateTraining(ConfiguredJob.OfTraining(Settings.Trainings[i], i), Settings.Trainings[i], registry);
            }
        }

        for (var i = 0; i < Settings.RayClusters.Length; i++)
        {
            CreateRayCluster(ConfiguredRay.OfCluster(Settings.RayClusters[i], i), Settings.RayClusters[i]);
        }

        return registry;
    }

    private void CreateBatch(ConfiguredJob job, BatchConfig config)
    {
        var before = BeforePods(config.Tenant, [config.Pod.Pools], config.Pod);
        if (config.Queue is not null)
        {
            before.Add(Keda!);
        }

        _ = new BatchInference(config.Name, new BatchInferenceArgs
        {
            JobName = config.Name,
            Namespace = Tenants.Of(config.Tenant).Namespace,
            Pod = JobPods.Arguments(job, Contracts, Buckets, Settings),
            Items = [.. config.Items],
            Shards = config.Shards,
            Queue = config.Queue is not { } queue
                ? null
                : new WorkQueueArgs
                {
                    Region = Settings.Aws!.Region,
                    ScalerRole = Keda!.RoleName,
                    MaxJobs = queue.MaxJobs,
                    MessagesPerJob = queue.MessagesPerJob,
                    VisibilitySeconds = (int)queue.Visibility.WholeSeconds,
                    MaxReceives = queue.MaxReceives,
                },
            Parallelism = config.Parallelism,
            Retries = config.Retries,
            MaxFailedIndexes = config.MaxFailedIndexes,
            FatalExitCodes = [.. config.FatalExitCodes],
            DeadlineSeconds = (int?)config.Deadline?.WholeSeconds,
            TtlSeconds = (int?)config.KeepFinished?.WholeSeconds,
            RunId = config.Run,
            ClusterName = Cluster.EksName,
            Policy = JobPods.Policy(config.Pod, Buckets) is { } policy ? (Input<string>)policy : null,
        }, Providers.Component([.. before]));
    }

    private void CreateTraining(ConfiguredJob job, TrainingConfig config, ModelRegistry? registry)
    {
        var common = Common(config, registry);
        _ = new TrainingJob(config.Name, new TrainingJobArgs
        {
            JobName = config.Name,
            Namespace = Tenants.Of(config.Tenant).Namespace,
            Pod = JobPods.Arguments(Converted(job, config.Conversion), Contracts, Buckets, Settings),
            Schedule = config.Schedule is not { } schedule
                ? null
                : new TrainingScheduleArgs
                {
                    Cron = schedule.Cron,
                    TimeZone = schedule.TimeZone,
                    Concurrency = schedule.Concurrency.ToString(),
                    StartingDeadlineSeconds = (int)schedule.StartingDeadline.WholeSeconds,
                    Suspend = schedule.Suspend,
                },
            CheckpointUri = common.Checkpoints,
            TrackingUri = common.Tracking,
            Retries = config.Retries,
            FatalExitCodes = [.. config.FatalExitCodes],
            DeadlineSeconds = (int?)config.Deadline?.WholeSeconds,
            TtlSeconds = (int?)config.KeepFinished?.WholeSeconds,
            RunId = config.Run,
            ClusterName = Cluster.EksName,
            Policy = common.Policy,
        }, Providers.Component([.. BeforePods(config.Tenant, [config.Pod.Pools], config.Pod), .. common.Before]));
    }

    private void CreateRayTraining(ConfiguredRay ray, TrainingConfig config, RayTrainingConfig options, ModelRegistry? registry)
    {
        var common = Common(config, registry);
        _ = new RayTraining(config.Name, new RayTrainingArgs
        {
            JobName = config.Name,
            Namespace = Tenants.Of(config.Tenant).Namespace,
            Nodes = RayArguments.Of(ray, Settings, Contracts, Buckets),
            Entrypoint = options.Entrypoint,
            RuntimeEnvironment = options.RuntimeEnvironment?.ToText(),
            CheckpointUri = common.Checkpoints,
            TrackingUri = common.Tracking,
            Retries = config.Retries,
            DeadlineSeconds = (int?)config.Deadline?.WholeSeconds,
            KeepSeconds = (int)(config.KeepFinished?.WholeSeconds ?? 0),
            Scraping = Settings.Monitoring.Scraping(),
            PrometheusNamespace = Settings.Monitoring.Operator?.Namespace,
            Suspend = options.Suspend,
            RunId = config.Run,
            ClusterName = Cluster.EksName,
            Policy = common.Policy,
        }, Providers.Component([.. BeforeRay(config.Tenant, ray), .. common.Before]));
    }

    private void CreateRayCluster(ConfiguredRay ray, RayClusterConfig config) => _ = new RayCluster(config.Name, new RayClusterArgs
    {
        RayClusterName = config.Name,
        Namespace = Tenants.Of(config.Tenant).Namespace,
        Nodes = RayArguments.Of(ray, Settings, Contracts, Buckets),
        Scraping = Settings.Monitoring.Scraping(),
        PrometheusNamespace = Settings.Monitoring.Operator?.Namespace,
        ClientNamespaces = [.. config.ClientNamespaces],
        ClusterName = Cluster.EksName,
        Policy = JobPods.Policy(config.Pod, Buckets) is { } policy ? (Input<string>)policy : null,
    }, Providers.Component([.. BeforeRay(config.Tenant, ray)]));

    // What trainings have in common, in one pod or in many.
    private (Input<string>? Checkpoints, Input<string>? Tracking, Input<string>? Policy, ImmutableArray<Resource> Before) Common(TrainingConfig config, ModelRegistry? registry)
    {
        var isInBucket = config.Checkpoints is { } checkpoints && !checkpoints.StartsWith('/');
        var policy = JobPods.Policy(config.Pod, Buckets, isInBucket ? [config.Checkpoints!] : []);
        var server = config.Registry ? registry : null;
        return (
            isInBucket ? (Input<string>)JobPods.Address(config.Checkpoints!, Buckets) : config.Checkpoints is { } path ? (Input<string>)path : null,
            server is null ? null : (Input<string>)server.Url,
            policy is null ? null : (Input<string>)policy,
            server is null ? [] : [server]);
    }

    private IEnumerable<Resource> BeforeRay(string? tenant, ConfiguredRay ray) => [.. BeforePods(tenant, ray.Placed().Select(job => job.Pod.Pools), ray.Pod), .. Ray is null ? Array.Empty<Resource>() : [Ray]];

    // A claim that the environment doesn't have is somebody else's.
    private List<Resource> BeforePods(string? tenant, IEnumerable<ImmutableArray<string>> pools, JobPodConfig pod) =>
        [.. Before(Tenants.Of(tenant), pools.SelectMany(names => names).Distinct(), pod.Priority), .. pod.Volumes.Select(volume => Volumes.GetValueOrDefault(volume.Claim)).OfType<Resource>().Distinct()];

    private ConfiguredJob Converted(ConfiguredJob job, ConversionConfig? conversion)
    {
        if (conversion is null)
        {
            return job;
        }

        var preset = Conversion.Of(conversion.Kind);
        return job with
        {
            Pod = job.Pod with
            {
                Image = job.Pod.Image ?? CachedImages.Reference(Settings, preset.Image!.Reference),
                Command = preset.Command,
                Environment = job.Pod.Environment.SetItem("SOURCE_PATH", conversion.Source).SetItem("OUTPUT_PATH", conversion.Output),
            },
        };
    }

    private ModelRegistry? CreateRegistry()
    {
        if (Settings.Registry is not { } config)
        {
            return null;
        }

        var storageClass = config.StorageClass ?? (RegistryRules.NeedsClass(Settings) ? RegistryClass : null);
        var disks = RegistryRules.NeedsClass(Settings)
            ? new EbsStorageClass(
                RegistryClass,
                new EbsStorageClassArgs { ClassName = RegistryClass, AutoMode = Settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode, Protect = Settings.Storage.Protect },
                Providers.Component([.. Cluster.Ready]))
            : null;
        return new ModelRegistry(config.Name, new ModelRegistryArgs
        {
            ImageCache = CachedImages.ToArgs(Settings),
            RegistryName = config.Name,
            Namespace = Tenants.Own.Namespace,
            Rds = RegistryRules.UsesRds(Settings) ? Rds(config.Rds ?? new RegistryRdsConfig()) : null,
            ClusterDatabase = RegistryRules.UsesRds(Settings)
                ? null
                : new ClusterDatabaseArgs { Storage = config.ClusterDatabase?.ToString() ?? ClusterDatabaseArgs.DefaultStorage, StorageClass = storageClass },
            Artifacts = Artifacts(config, storageClass),
            Replicas = config.Replicas,
            ClientNamespaces = [.. config.ClientNamespaces.Union(TenantCalls.Registering(Settings))],
            Hosts = [.. config.Hosts],
            Scraping = Settings.Monitoring.Scraping(),
            PrometheusNamespace = Settings.Monitoring.Operator?.Namespace,
            Protect = Settings.Storage.Protect,
        }, Providers.Component([.. Before(Tenants.Own, [], ModelPriority.Standard), .. disks is null ? Array.Empty<Resource>() : [disks]]));
    }

    private RdsDatabaseArgs Rds(RegistryRdsConfig config) => new()
    {
        VpcId = Cluster.NodeNetwork!.Value.VpcId,
        SubnetIds = Cluster.Subnets.Select(subnet => subnet.SubnetId).ToArray(),
        ClientSecurityGroupId = Cluster.NodeNetwork.Value.SecurityGroupId,
        InstanceClass = config.InstanceClass,
        StorageGiB = config.StorageGiB,
        MaxGiB = config.MaxGiB,
        MultiAz = config.MultiAz,
        BackupDays = config.BackupDays,
    };

    private RegistryArtifactsArgs Artifacts(RegistryConfig config, string? storageClass) => config.Artifacts is { } directory
        ? new RegistryArtifactsArgs
        {
            S3Uri = JobPods.Address(directory, Buckets),
            Policy = ModelBucket.GrantPolicy([JobPods.Grant(directory, Buckets, writes: true)]),
            Region = Settings.Aws!.Region,
            ClusterName = Cluster.EksName,
        }
        : new RegistryArtifactsArgs { Storage = config.Storage.ToString(), StorageClass = storageClass };
}
