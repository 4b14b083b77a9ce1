using System.Collections.Immutable;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Pods that are there all the time and have GPUs: of a model, or of one kind in a cluster of Ray.</summary>
/// <param name="Kind">What they belong to, in the singular.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pools">Pools that they may run on.</param>
/// <param name="Priority">Who makes place for whom.</param>
/// <param name="Least">Fewest pods.</param>
/// <param name="Most">Most pods.</param>
/// <param name="GpusOfOne">GPUs of one pod, by those of a node of each of its pools.</param>
internal sealed record PoolHolder(
    string Kind, string Name, ImmutableArray<string> Pools, ModelPriority Priority, int Least, int Most, Func<IEnumerable<int>, int> GpusOfOne)
{
    /// <summary>A model.</summary>
    public const string Model = "model";

    /// <summary>A cluster of Ray that stands alone.</summary>
    public const string RayCluster = "Ray cluster";

    /// <summary>All of the settings.</summary>
    public static IEnumerable<PoolHolder> Of(PlatformSettings settings) =>
    [
        .. settings.Served.Select(OfModel),
        .. ConfiguredRay.Of(settings).Where(ray => !ray.IsForTraining).SelectMany(OfCluster),
    ];

    /// <summary>Several holders in words, e.g. <c>the models a, b and the Ray cluster c</c>.</summary>
    public static string Words(IEnumerable<(string Kind, string Name)> holders) => string.Join(
        " and ",
        holders.GroupBy(holder => holder.Kind, holder => holder.Name).Select(kind => kind.Distinct().ToList() switch
        {
            [var only] => $"the {kind.Key} {only}",
            var several => $"the {kind.Key}s {string.Join(", ", several)}",
        }));

    /// <summary>Whether pods of a priority can't push these out.</summary>
    public bool Stays(ModelPriority other) => Rank(Priority) >= Rank(other);

    private static PoolHolder OfModel(ModelConfig model)
    {
        var pods = model.Llm?.PipelineParallel ?? 1;
        return new PoolHolder(
            Model,
            model.Name,
            model.Pools,
            model.Priority,
            // Outside its office hours a model holds less.
            (model.Autoscaling?.ToSpec().Least ?? model.Replicas ?? 1) * pods,
            model.MostReplicas * pods,
            gpus => ModelDevices.Of(model, gpus));
    }

    private static IEnumerable<PoolHolder> OfCluster(ConfiguredRay ray) =>
    [
        .. ray.Workers.Select((group, i) => OfCluster(ray, ray.WorkerPod(i), ray.Bounds(group))),
        .. ray.Head.Pools.IsEmpty ? Array.Empty<PoolHolder>() : [OfCluster(ray, ray.HeadPod(), (1, 1))],
    ];

    private static PoolHolder OfCluster(ConfiguredRay ray, ConfiguredJob job, (int Min, int Max) bounds) =>
        new(RayCluster, ray.Name, job.Pod.Pools, job.Pod.Priority, bounds.Min, bounds.Max, job.Devices);

    private static int Rank(ModelPriority priority) => priority switch
    {
        ModelPriority.Spot => 0,
        ModelPriority.Standard => 1,
        _ => 2,
    };
}
