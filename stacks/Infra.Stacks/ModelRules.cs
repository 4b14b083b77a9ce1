using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Rules of one model: what it refers to exists, and a replica fits every node that it may be put on.</summary>
internal static class ModelRules
{
    public static void CheckReferences(string path, ModelConfig model, KnownNames pools, KnownNames buckets, ConfigProblems problems)
    {
        if (ModelSource.TryParse(model.Source) is ModelSource.S3 s3)
        {
            buckets.Check(ConfigPath.Key(path, "source"), s3.Bucket, problems);
        }

        for (var i = 0; i < model.Pools.Length; i++)
        {
            pools.Check(PoolPath(path, i), model.Pools[i], problems);
        }
    }

    public static void CheckFit(string path, ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        if (problems.Cover(ConfigPath.Key(path, "gpus")) || problems.Cover(ConfigPath.Key(path, "resources")))
        {
            return;
        }

        var devices = ModelDevices.Of(model, model.Pools.Where(pools.ContainsKey).Select(name => pools[name].HasDevices));
        for (var i = 0; i < model.Pools.Length; i++)
        {
            if (pools.TryGetValue(model.Pools[i], out var pool))
            {
                CheckFit(PoolPath(path, i), model, devices, pool, problems);
            }
        }
    }

    private static string PoolPath(string path, int index) => ConfigPath.Index(ConfigPath.Key(path, "pools"), index);

    private static void CheckFit(string path, ModelConfig model, int devices, CheckedPool pool, ConfigProblems problems)
    {
        if (devices > 0 && !pool.HasDevices)
        {
            problems.Add(path, $"the model asks for {(devices == 1 ? "1 GPU" : $"{devices} GPUs")}, but this pool has none; name a pool with GPUs or set gpus: 0");
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
