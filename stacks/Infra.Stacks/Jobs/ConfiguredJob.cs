using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Jobs;

/// <summary>Pods of one kind of a batch, a training or a cluster of Ray, as rules and composition see all of them.</summary>
/// <param name="Path">Path of what they belong to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pod">The pod.</param>
internal sealed record ConfiguredJob(string Path, string Name, JobPodConfig Pod)
{
    /// <summary>All of the settings: batches, trainings, clusters of Ray; the pods of Ray's heads and workers with what they have in common.</summary>
    public static IEnumerable<ConfiguredJob> Of(PlatformSettings settings) =>
    [
        .. settings.Jobs.Select(OfBatch),
        .. settings.Trainings.Select(OfTraining),
        .. settings.RayClusters.Select((cluster, i) => ConfiguredRay.OfCluster(cluster, i).Common()),
    ];

    /// <summary>All of the settings, as they are put on nodes: one for each group of workers of Ray, and for a head that names pools.</summary>
    public static IEnumerable<ConfiguredJob> Placed(PlatformSettings settings) =>
    [
        .. settings.Jobs.Select(OfBatch),
        .. settings.Trainings.Select(OfTraining).Where((_, i) => settings.Trainings[i].Ray is null),
        .. ConfiguredRay.Of(settings).SelectMany(ray => ray.Placed()),
    ];

    /// <summary>A batch.</summary>
    public static ConfiguredJob OfBatch(BatchConfig job, int index) =>
        new(PlatformRules.At("jobs", index), job.Name, job.Pod) { AtATime = job.Queue?.MaxJobs ?? job.Parallelism, Tenant = job.Tenant };

    /// <summary>A training.</summary>
    public static ConfiguredJob OfTraining(TrainingConfig training, int index) => training.Ray is { } ray
        ? ConfiguredRay.OfTraining(training, ray, index).Common()
        : new(PlatformRules.At("trainings", index), training.Name, training.Pod) { Tenant = training.Tenant };

    /// <summary>Name of the tenant whose they are; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether they end, and so wait in a queue where there is one.</summary>
    public bool WaitsInQueue { get; init; } = true;

    /// <summary>Most of its pods at a time.</summary>
    public int AtATime { get; init; } = 1;

    /// <summary>Whether they are the pods of one cluster of Ray.</summary>
    public bool IsRay { get; init; }

    /// <summary>Path of what says some keys of its own; with <see cref="OwnKeys"/>.</summary>
    public string OwnPath { get; init; } = "";

    /// <summary>Keys of the pod that are said there.</summary>
    public ImmutableArray<string> OwnKeys { get; init; } = [];

    /// <summary>Path of the pod.</summary>
    public string PodPath => ConfigPath.Key(Path, "pod");

    /// <summary>Path of a key of the pod, where a user finds it.</summary>
    public string At(string key) => ConfigPath.Key(Holder(key), key);

    /// <summary>Path of what has a key of the pod.</summary>
    public string Holder(string key) => OwnKeys.Contains(key) ? OwnPath : PodPath;

    /// <summary>GPUs of one pod: what it says; else one where its pools have GPUs.</summary>
    /// <param name="gpusPerNode">GPUs per node of each of its pools.</param>
    public int Devices(IEnumerable<int> gpusPerNode) => Pod.Gpus ?? (gpusPerNode.All(gpus => gpus > 0) ? 1 : 0);
}
