using System.Collections.Immutable;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>GPUs that have to be free at the same time before work begins.</summary>
/// <param name="Path">Path of what names the pools.</param>
/// <param name="Words">Who asks for them, with the verb.</param>
/// <param name="Pools">The pools.</param>
/// <param name="Priority">Who makes place for whom.</param>
/// <param name="Gpus">How many.</param>
internal sealed record PoolWork(string Path, string Words, ImmutableArray<string> Pools, ModelPriority Priority, int Gpus)
{
    /// <summary>The work of the settings: a pod of each batch and training, and all that a training on Ray begins with.</summary>
    public static IEnumerable<PoolWork> Of(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools) =>
    [
        .. settings.Jobs.Select(ConfiguredJob.OfBatch)
            .Concat(settings.Trainings.Select(ConfiguredJob.OfTraining).Where(training => !training.IsRay))
            .Select(job => new PoolWork(job.At("pools"), "a pod asks for", job.Pod.Pools, job.Pod.Priority, Devices(job, pools))),
        .. ConfiguredRay.Of(settings).Where(ray => ray.IsForTraining).SelectMany(ray => OfTraining(ray, pools)),
    ];

    // Groups on the same pools take from each other.
    private static IEnumerable<PoolWork> OfTraining(ConfiguredRay ray, IReadOnlyDictionary<string, CheckedPool> pools)
    {
        var pods = Enumerable.Range(0, ray.Workers.Length).Select(i => (Job: ray.WorkerPod(i), Least: ray.Bounds(ray.Workers[i]).Min))
            .Concat(ray.Head.Pools.IsEmpty ? [] : [(ray.HeadPod(), 1)]);
        foreach (var same in pods.GroupBy(pod => string.Join(' ', pod.Job.Pod.Pools)))
        {
            var first = same.First().Job;
            yield return new PoolWork(first.At("pools"), "the training asks for", first.Pod.Pools, first.Pod.Priority, same.Sum(pod => pod.Least * Devices(pod.Job, pools)));
        }
    }

    private static int Devices(ConfiguredJob job, IReadOnlyDictionary<string, CheckedPool> pools) =>
        job.Devices(job.Pod.Pools.Where(pools.ContainsKey).Select(pool => pools[pool].GpusPerNode));
}
