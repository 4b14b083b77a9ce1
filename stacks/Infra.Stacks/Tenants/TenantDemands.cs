using System.Collections.Immutable;
using Infra.Components.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Tenants;

/// <summary>What everything of a tenant asks for.</summary>
internal static class TenantDemands
{
    /// <summary>Kind of a volume, for messages.</summary>
    public const string Volume = "volume";

    /// <summary>What is there all the time: models with their caches, clusters of Ray that stand alone, volumes.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="tenant">Name of the tenant; null for what belongs to none.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static ImmutableArray<TenantDemand> Lasting(PlatformSettings settings, string? tenant, IReadOnlyDictionary<string, PoolContract> contracts) =>
    [
        .. settings.Models.Select((model, i) => (Model: model, Path: PlatformRules.At("models", i))).Where(one => one.Model.Tenant == tenant)
            .Select(one => ModelDemand.Of(one.Model, one.Path, settings.Backends.Ray, contracts)),
        .. settings.RayClusters.Select((cluster, i) => (Cluster: cluster, Ray: ConfiguredRay.OfCluster(cluster, i))).Where(one => one.Cluster.Tenant == tenant)
            .Select(one => Held(PoolHolder.RayCluster, one.Ray.Name, one.Ray.Path, Cluster(one.Ray, contracts, bounds => bounds.Max))),
        .. settings.Storage.Volumes.Select((volume, i) => (Volume: volume, Path: PlatformRules.At("storage.volumes", i))).Where(one => one.Volume.Tenant == tenant)
            .Select(one => Held(Volume, one.Volume.Name, one.Path, QuotaAmounts.OfClaim(one.Volume.Size))),
        .. settings.PredictionStore?.Cluster is { } store && settings.Models.Any(model => model.Tenant == tenant && model.PredictionCache is not null)
            ? [Held("store of", "predictions", PlatformRules.Key("predictionStore"), QuotaAmounts.OfPod(ControllerFootprints.PredictionStore(store.Memory).Cpu, store.Memory))]
            : Array.Empty<TenantDemand>(),
    ];

    /// <summary>What has to be free before work begins: one pod of a batch or a training, and all that a training on Ray begins with.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="tenant">Name of the tenant.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static ImmutableArray<TenantDemand> Work(PlatformSettings settings, string tenant, IReadOnlyDictionary<string, PoolContract> contracts) =>
    [
        .. settings.Jobs.Select((job, i) => (Job: job, Pods: ConfiguredJob.OfBatch(job, i))).Where(one => one.Job.Tenant == tenant)
            .Select(one => Held("batch", one.Job.Name, one.Pods.Path, Pod(one.Pods, contracts))),
        .. settings.Trainings.Select((training, i) => (Training: training, Index: i)).Where(one => one.Training.Tenant == tenant)
            .Select(one => Held("training", one.Training.Name, PlatformRules.At("trainings", one.Index), Training(one.Training, one.Index, contracts))),
    ];

    private static TenantDemand Held(string kind, string name, string path, QuotaAmounts amounts) => new(kind, name, path, amounts, QuotaAmounts.None);

    private static QuotaAmounts Training(TrainingConfig training, int index, IReadOnlyDictionary<string, PoolContract> contracts) => training.Ray is { } ray
        ? Cluster(ConfiguredRay.OfTraining(training, ray, index), contracts, bounds => bounds.Min) + QuotaAmounts.OfPod(RaySubmitter.Cpu, RaySubmitter.Memory)
        : Pod(ConfiguredJob.OfTraining(training, index), contracts);

    private static QuotaAmounts Cluster(ConfiguredRay ray, IReadOnlyDictionary<string, PoolContract> contracts, Func<(int Min, int Max), int> workers)
    {
        var head = ray.HeadPod();
        var footprint = RayHead.Footprint(ray.Name, head.Pod.Resources.Cpu, head.Pod.Resources.Memory, ray.Autoscaling is not null);
        var devices = head.Pod.Pools.IsEmpty ? QuotaAmounts.None : Devices(head, contracts);
        return QuotaAmounts.Sum(ray.Workers.Select((group, i) => Pod(ray.WorkerPod(i), contracts) * workers(ray.Bounds(group)))) + QuotaAmounts.OfPod(footprint.Cpu, footprint.Memory) + devices;
    }

    private static QuotaAmounts Pod(ConfiguredJob job, IReadOnlyDictionary<string, PoolContract> contracts) =>
        QuotaAmounts.OfPod(job.Pod.Resources.Cpu, job.Pod.Resources.Memory) + Devices(job, contracts);

    private static QuotaAmounts Devices(ConfiguredJob job, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var devices = job.Devices(job.Pod.Pools.Select(pool => contracts[pool].DevicesPerNode));
        var device = job.Pod.Pools.Select(pool => contracts[pool].DeviceResource).FirstOrDefault(resource => resource is not null);
        return device is null ? QuotaAmounts.None : QuotaAmounts.Of(new Dictionary<string, long> { [QuotaNames.Device(device)] = devices });
    }
}
