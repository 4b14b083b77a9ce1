using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Rules of one model: what it refers to exists, and a replica fits every node that it may be put on.</summary>
internal static class ModelRules
{
    public static void Check(
        string path, ModelConfig model, PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        CheckSource(path, model, settings, problems);
        var devices = ModelDevices.Of(model, model.Pools.Where(pools.ContainsKey).Select(name => pools[name].HasDevices));
        for (var i = 0; i < model.Pools.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "pools"), i);
            if (!pools.TryGetValue(model.Pools[i], out var pool))
            {
                var hint = Suggestion.Nearest(model.Pools[i], pools.Keys) is { } nearest ? $"did you mean '{nearest}'? " : "";
                problems.Add(at, $"'{model.Pools[i]}' is not a pool; {hint}there are: {string.Join(", ", settings.Pools.Select(known => known.Name))}");
            }
            else
            {
                CheckFit(at, model, devices, pool, problems);
            }
        }
    }

    private static void CheckSource(string path, ModelConfig model, PlatformSettings settings, ConfigProblems problems)
    {
        var buckets = settings.Storage.Buckets.Select(bucket => bucket.Name).ToList();
        if (ModelSource.TryParse(model.Source) is ModelSource.S3 s3 && !buckets.Contains(s3.Bucket))
        {
            var there = buckets.Count == 0 ? "gpu-inference:storage names none" : $"there are: {string.Join(", ", buckets)}";
            problems.Add(ConfigPath.Key(path, "source"), $"'{s3.Bucket}' is not a bucket; {there}");
        }
    }

    private static void CheckFit(string path, ModelConfig model, int devices, CheckedPool pool, ConfigProblems problems)
    {
        if (devices > 0 && !pool.HasDevices)
        {
            problems.Add(path, $"the model asks for {devices} GPUs, but this pool has none; name a pool with GPUs or set gpus: 0");
            return;
        }

        foreach (var type in pool.InstanceTypes)
        {
            foreach (var lack in Lacks(type, devices, model))
            {
                problems.Add(path, $"a replica would never fit {type.Name}: {lack}; the pool may launch it, so the pod could stay Pending");
            }
        }
    }

    private static bool RunsOn(ModelConfig model, InstanceType type, bool gpu) =>
        Runtimes.For(model.Runtime, model.Name, gpu).Architectures.Contains(type.Architecture);

    // Against what the kubelet leaves to pods; daemon sets take a little more.
    private static IEnumerable<string> Lacks(InstanceType type, int devices, ModelConfig model)
    {
        if (!RunsOn(model, type, devices > 0))
        {
            yield return "the runtime's image is not published for its CPU architecture";
        }

        if (type.Accelerator!.Count < devices)
        {
            yield return $"{devices} GPUs asked for, it has {type.Accelerator.Count}";
        }

        if (type.Allocatable.Cpu < model.Resources.Cpu)
        {
            yield return $"cpu {model.Resources.Cpu} asked for, {type.Allocatable.Cpu} allocatable";
        }

        if (type.Allocatable.Memory < model.Resources.Memory)
        {
            yield return $"memory {model.Resources.Memory} asked for, {type.Allocatable.Memory} allocatable";
        }
    }
}
