using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Jobs;

/// <summary>A cluster of Ray, whether it stands alone or is there for a training.</summary>
internal sealed record ConfiguredRay
{
    private const string Pools = "pools";
    private const string Gpus = "gpus";
    private const string Resources = "resources";
    private const string SharedMemory = "sharedMemory";

    /// <summary>What it is for, in the configuration: a list's name and its entry.</summary>
    public required string Path { get; init; }

    /// <summary>Path of head, workers and autoscaling.</summary>
    public required string NodesPath { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it goes when its work is done.</summary>
    public required bool IsForTraining { get; init; }

    /// <summary>Name of the tenant whose it is; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>What all pods have in common.</summary>
    public required JobPodConfig Pod { get; init; }

    /// <summary>Version of Ray.</summary>
    public required string RayVersion { get; init; }

    /// <summary>The head.</summary>
    public required RayHeadConfig Head { get; init; }

    /// <summary>The workers.</summary>
    public required ImmutableArray<RayWorkersConfig> Workers { get; init; }

    /// <summary>Ray's autoscaler; null for none.</summary>
    public RayAutoscalingConfig? Autoscaling { get; init; }

    /// <summary>All of the settings: those of trainings, then the others.</summary>
    public static ImmutableArray<ConfiguredRay> Of(PlatformSettings settings) =>
    [
        .. settings.Trainings.Select((training, i) => training.Ray is { } ray ? OfTraining(training, ray, i) : null).OfType<ConfiguredRay>(),
        .. settings.RayClusters.Select(OfCluster),
    ];

    /// <summary>The cluster of a training.</summary>
    public static ConfiguredRay OfTraining(TrainingConfig training, RayTrainingConfig ray, int index) => new()
    {
        Path = PlatformRules.At("trainings", index),
        NodesPath = ConfigPath.Key(PlatformRules.At("trainings", index), "ray"),
        Name = training.Name,
        Tenant = training.Tenant,
        IsForTraining = true,
        Pod = training.Pod,
        RayVersion = ray.RayVersion,
        Head = ray.Head,
        Workers = ray.Workers,
        Autoscaling = ray.Autoscaling,
    };

    /// <summary>A cluster that stands alone.</summary>
    public static ConfiguredRay OfCluster(RayClusterConfig cluster, int index) => new()
    {
        Path = PlatformRules.At("rayClusters", index),
        NodesPath = PlatformRules.At("rayClusters", index),
        Name = cluster.Name,
        Tenant = cluster.Tenant,
        IsForTraining = false,
        Pod = cluster.Pod,
        RayVersion = cluster.RayVersion,
        Head = cluster.Head,
        Workers = cluster.Workers,
        Autoscaling = cluster.Autoscaling,
    };

    /// <summary>Path of the head.</summary>
    public string HeadPath => ConfigPath.Key(NodesPath, "head");

    /// <summary>Path of a group.</summary>
    public string GroupPath(int index) => ConfigPath.Index(ConfigPath.Key(NodesPath, "workers"), index);

    /// <summary>Fewest and most workers of a group.</summary>
    public (int Min, int Max) Bounds(RayWorkersConfig group) => Autoscaling is null ? (group.Fixed.Replicas, group.Fixed.Replicas) : (group.Min ?? 0, group.Max ?? 1);

    /// <summary>Most pods at a time, the head among them.</summary>
    public int MostPods => 1 + Workers.Sum(group => Bounds(group).Max);

    /// <summary>What its pods have in common.</summary>
    public ConfiguredJob Common() => new(Path, Name, Pod) { AtATime = MostPods, IsRay = true, Tenant = Tenant, WaitsInQueue = IsForTraining };

    /// <summary>The pod of the head. Shared memory is for data of the workers; the head has as much as Ray gives it.</summary>
    public ConfiguredJob HeadPod() => new(Path, Name, Pod with { Pools = Head.Pools, Gpus = Head.Gpus, Resources = Head.Resources, SharedMemory = null })
    {
        IsRay = true,
        Tenant = Tenant,
        WaitsInQueue = IsForTraining,
        OwnPath = HeadPath,
        OwnKeys = [Pools, Gpus, Resources],
    };

    /// <summary>The pod of a worker.</summary>
    public ConfiguredJob WorkerPod(int index)
    {
        var group = Workers[index];
        var own = new[] { (Pools, !group.Pools.IsEmpty), (Gpus, group.Gpus is not null), (Resources, group.Resources is not null), (SharedMemory, group.SharedMemory is not null) };
        return new ConfiguredJob(
            Path,
            Name,
            Pod with
            {
                Pools = group.Pools.IsEmpty ? Pod.Pools : group.Pools,
                // Who names pools of another kind doesn't mean the GPUs of the pod's.
                Gpus = group.Gpus ?? (group.Pools.IsEmpty ? Pod.Gpus : null),
                Resources = group.Resources ?? Pod.Resources,
                SharedMemory = group.SharedMemory ?? (group.Resources is null ? Pod.SharedMemory : null),
            })
        {
            AtATime = Bounds(group).Max,
            IsRay = true,
            Tenant = Tenant,
            WaitsInQueue = IsForTraining,
            OwnPath = GroupPath(index),
            OwnKeys = [.. own.Where(key => key.Item2).Select(key => key.Item1)],
        };
    }

    /// <summary>The pods that are put on pools.</summary>
    public IEnumerable<ConfiguredJob> Placed() => [.. Enumerable.Range(0, Workers.Length).Select(WorkerPod), .. Head.Pools.IsEmpty ? Array.Empty<ConfiguredJob>() : [HeadPod()]];
}
