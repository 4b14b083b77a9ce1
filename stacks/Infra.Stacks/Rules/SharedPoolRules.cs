using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
using Infra.Stacks.Rollouts;

namespace Infra.Stacks.Rules;

/// <summary>
/// What shares the GPUs of pools. Models and clusters of Ray are there at the same time, so a pool has to hold all that may run nowhere else; batches and
/// trainings wait for room, but there has to be some. Only what is certain: what may run on several pools may be on another.
/// </summary>
internal static class SharedPoolRules
{
    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        if (problems.Cover(PlatformRules.Key("models")) || problems.Cover(PlatformRules.Key("rayClusters")))
        {
            return;
        }

        var holders = PoolHolder.Of(settings).ToList();
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            CheckPool(PlatformRules.At("pools", i), settings.Pools[i].Name, settings.Models, holders, pools, problems);
        }

        CheckGroups(settings, pools, problems);
        foreach (var work in PoolWork.Of(settings, pools))
        {
            CheckWork(work, holders, pools, problems);
        }
    }

    // Candidates stay; pods that are replaced make room again, and models needn't be rolled out at the same time.
    private static void CheckPool(
        string path, string name, IEnumerable<ModelConfig> models, IReadOnlyList<PoolHolder> holders, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        if (pools[name] is not { Nodes: { } nodes, GpusPerNode: var gpus, GrowsWith: var growsWith } || problems.Cover(path))
        {
            return;
        }

        var peaks = models.Select(ModelVariant.Main).Where(model => IsBound(model, name)).Select(model => (Model: model, Peak: RolloutGpus.Of(model, pools))).Where(model => model.Peak.Total > 0).ToList();
        var clusters = Bound(name, holders).Where(holder => holder.Kind == PoolHolder.RayCluster && holder.GpusOfOne([gpus]) > 0).ToList();
        // A model alone was checked by itself, and so was a group of workers.
        if (peaks.Count + clusters.Count < 2)
        {
            return;
        }

        var surplus = peaks.Select(model => model.Peak.Surplus).DefaultIfEmpty().Max();
        var wanted = peaks.Sum(model => model.Peak.Stable + model.Peak.Candidate) + surplus + clusters.Sum(holder => holder.GpusOfOne([gpus]) * holder.Most);
        if (wanted > nodes * gpus)
        {
            var together = peaks.Count + clusters.DistinctBy(holder => holder.Name).Count() == 1 ? "" : " together";
            problems.Add(
                ConfigPath.Key(path, "capacity"),
                $"{PoolHolder.Words([.. peaks.Select(model => (PoolHolder.Model, Named(model.Model))), .. clusters.Select(holder => (holder.Kind, holder.Name))])} may ask for {wanted} GPUs{together}"
                + $"{(surplus > 0 ? $", {surplus} of them while {peaks.First(model => model.Peak.Surplus == surplus).Model.Name} is rolled out" : "")}, but the pool can have {nodes * gpus}; "
                + $"raise its capacity (max counts only with {growsWith}) or ask for fewer replicas{(clusters.Count > 0 ? " and workers" : "")}");
        }
    }

    private static bool IsBound(ModelConfig model, string pool) => IsOnly(model, pool) && (ModelVariant.Largest(model) is not { } candidate || IsOnly(candidate, pool));

    private static bool IsOnly(ModelConfig model, string pool) => model.Pools is [var only] && only == pool;

    private static string Named(ModelConfig model) => model.Rollout.HasBoth ? $"{model.Name} with its candidate" : model.Name;

    // Nodes of several GPUs may have some left that no worker fits into.
    private static void CheckGroups(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        foreach (var ray in ConfiguredRay.Of(settings))
        {
            for (var i = 0; i < ray.Workers.Length; i++)
            {
                var pod = ray.WorkerPod(i);
                var path = ray.GroupPath(i);
                if (Known(pod.Pod.Pools, pools) is not { } known || problems.Cover(path) || pod.Devices(known.Select(pool => pool.GpusPerNode)) is not (> 0 and var gpus))
                {
                    continue;
                }

                var (most, room) = (ray.Bounds(ray.Workers[i]).Max, known.Sum(pool => pool.Nodes!.Value * (pool.GpusPerNode / gpus)));
                if (most > room)
                {
                    problems.Add(
                        ConfigPath.Key(path, ray.Autoscaling is null ? "replicas" : "max"),
                        $"{Counted.Of(most, "worker")} of {Counted.Of(gpus, "GPU")} each, but {(known.Count == 1 ? "its pool" : "its pools")} can hold {room}; "
                        + $"raise the capacity (max counts only with {known[0].GrowsWith}) or ask for fewer");
                }
            }
        }
    }

    private static void CheckWork(PoolWork work, List<PoolHolder> holders, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        if (Known(work.Pools, pools) is not { } known || problems.Cover(work.Path))
        {
            return;
        }

        var all = known.Sum(pool => pool.Nodes!.Value * pool.GpusPerNode);
        var staying = work.Pools.Zip(known)
            .SelectMany(pool => Bound(pool.First, holders).Where(holder => holder.Least > 0 && holder.Stays(work.Priority)).Select(holder => (Holder: holder, Gpus: holder.GpusOfOne([pool.Second.GpusPerNode]) * holder.Least)))
            .Where(held => held.Gpus > 0)
            .ToList();
        var held = staying.Sum(one => one.Gpus);
        if (staying.Count > 0 && work.Gpus > all - held)
        {
            problems.Add(
                work.Path,
                $"{work.Words} {Counted.Of(work.Gpus, "GPU")}, but of the {all} that {string.Join(", ", work.Pools.Select(pool => $"'{pool}'"))} can have, {PoolHolder.Words(staying.Select(one => (one.Holder.Kind, one.Holder.Name)))} "
                + $"always {(staying.Select(one => one.Holder.Name).Distinct().Count() == 1 ? "holds" : "hold")} {held}, and it would wait for ever; "
                + $"raise the capacity (max counts only with {known[0].GrowsWith}) or name another pool");
        }
    }

    private static List<PoolHolder> Bound(string pool, IEnumerable<PoolHolder> holders) => [.. holders.Where(holder => holder.Pools is [var only] && only == pool)];

    // Null where nobody told us how many nodes there may be.
    private static List<CheckedPool>? Known(ImmutableArray<string> names, IReadOnlyDictionary<string, CheckedPool> pools)
    {
        var known = names.Where(pools.ContainsKey).Select(name => pools[name]).ToList();
        return known.Count == names.Length && known.Count > 0 && known.All(pool => pool.Nodes is not null) ? known : null;
    }
}
