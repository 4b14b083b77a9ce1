using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of batches and trainings: what they refer to exists, and what they need is there.</summary>
internal static class JobRules
{
    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, KnownNames poolNames, KnownNames buckets, ConfigProblems problems)
    {
        CheckNames(settings, problems);
        foreach (var job in ConfiguredJob.Of(settings))
        {
            CheckDirectories(ConfigPath.Key(job.PodPath, "reads"), job.Pod.Reads, buckets, problems);
            CheckDirectories(ConfigPath.Key(job.PodPath, "writes"), job.Pod.Writes, buckets, problems);
            CheckVariables(job, problems);
        }

        // Of Ray's groups some say nothing of their own, and what is wrong with their pod is told once.
        foreach (var job in ConfiguredJob.Placed(settings).DistinctBy(job => (job.At("pools"), job.At("gpus"), job.At("resources"), job.At("sharedMemory"))))
        {
            CheckPools(job, poolNames, problems);
            JobFitRules.Check(job, pools, problems);
        }

        foreach (var job in ConfiguredJob.Of(settings))
        {
            JobVolumeRules.Check(job, settings, problems);
        }

        foreach (var job in ConfiguredJob.Placed(settings).DistinctBy(job => job.At("pools")))
        {
            JobVolumeRules.CheckPools(job, settings, problems);
        }

        for (var i = 0; i < settings.Jobs.Length; i++)
        {
            CheckBatch(PlatformRules.At("jobs", i), settings.Jobs[i], settings, problems);
        }

        for (var i = 0; i < settings.Trainings.Length; i++)
        {
            CheckExitCodes(PlatformRules.At("trainings", i), settings.Trainings[i].FatalExitCodes, problems);
            CheckCheckpoints(ConfigPath.Key(PlatformRules.At("trainings", i), "checkpoints"), settings.Trainings[i], buckets, problems);
        }
    }

    // Each makes objects of its name in one namespace, and some of further names.
    private static void CheckNames(PlatformSettings settings, ConfigProblems problems)
    {
        var owners = settings.Models.Select((model, i) => (model.Name, Path: PlatformRules.At("models", i), IsModel: true))
            .Concat(RolloutRules.Names(settings).Select(owner => (owner.Name, owner.Path, IsModel: true)))
            .Concat(ConfiguredJob.Of(settings).Select(job => (job.Name, job.Path, IsModel: false)))
            .Concat(RegistryRules.Names(settings).Select(owner => (owner.Name, owner.Path, IsModel: false)));
        var all = owners.Select(owner => (owner.Name, owner.Path, owner.IsModel, Key: ConfigPath.Key(owner.Path, "name")))
            .Concat(PredictionRules.Names(settings).Concat(ExposeRules.Names(settings)).Select(owner => (owner.Name, owner.Path, IsModel: false, Key: owner.Path)));
        var first = new Dictionary<string, (string Path, bool IsModel)>(StringComparer.Ordinal);
        foreach (var (name, path, isModel, key) in all)
        {
            // Two models of one name are told elsewhere; empty text stands for a name that could not be read.
            if (name.Length > 0 && !first.TryAdd(name, (path, isModel)) && !(isModel && first[name].IsModel))
            {
                problems.Add(key, $"{Shown.Quoted(name)} is already the name of objects of {first[name].Path}; names are unique in the namespace of the models");
            }
        }

        for (var i = 0; i < settings.Models.Length; i++)
        {
            foreach (var name in ServingBackends.FurtherNames(settings.Models[i].Backend, settings.Models[i].Name).Where(first.ContainsKey))
            {
                problems.Add(
                    ConfigPath.Key(first[name].Path, "name"),
                    $"{Shown.Quoted(name)} is the name of objects that {PlatformRules.At("models", i)} has on the backend {ServingBackends.Name(settings.Models[i].Backend)}; choose another one");
            }
        }
    }

    /// <summary>The pools exist, each is named once.</summary>
    public static void CheckPools(ConfiguredJob job, KnownNames poolNames, ConfigProblems problems)
    {
        for (var i = 0; i < job.Pod.Pools.Length; i++)
        {
            var path = ConfigPath.Index(job.At("pools"), i);
            poolNames.Check(path, job.Pod.Pools[i], problems);
            if (job.Pod.Pools.Take(i).Contains(job.Pod.Pools[i]) && !problems.Cover(path))
            {
                problems.Add(path, $"'{job.Pod.Pools[i]}' is listed already; name a pool once");
            }
        }
    }

    private static void CheckDirectories(string path, IReadOnlyDictionary<string, string> directories, KnownNames buckets, ConfigProblems problems)
    {
        foreach (var (variable, text) in directories)
        {
            CheckDirectory(ConfigPath.Key(path, variable), text, buckets, problems);
        }
    }

    private static void CheckDirectory(string path, string text, KnownNames buckets, ConfigProblems problems)
    {
        if (BucketDirectory.TryParse(text) is { } directory)
        {
            buckets.Check(path, directory.Bucket, problems);
        }
        else
        {
            problems.Add(path, $"{Shown.Quoted(text)} is no directory of a bucket; allowed is {BucketDirectory.Allowed}");
        }
    }

    private static void CheckVariables(ConfiguredJob job, ConfigProblems problems)
    {
        foreach (var variable in job.Pod.Writes.Keys.Where(key => job.Pod.Reads.ContainsKey(key) || job.Pod.Environment.ContainsKey(key)))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(job.PodPath, "writes"), variable), "is set by reads or environment too; a variable has one value");
        }

        foreach (var variable in job.Pod.Reads.Keys.Where(job.Pod.Environment.ContainsKey))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(job.PodPath, "reads"), variable), "is set by environment too; a variable has one value");
        }
    }

    private static void CheckBatch(string path, BatchConfig job, PlatformSettings settings, ConfigProblems problems)
    {
        CheckExitCodes(path, job.FatalExitCodes, problems);
        if (job.Pod.Image is null && !problems.Cover(ConfigPath.Key(path, "pod")))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "image"), "missing; say which image does the work");
        }

        if (job.Queue is not null && settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(ConfigPath.Key(path, "queue"), "queues are of SQS and read through EKS Pod Identity, which needs cluster.eks or cluster.existing; use items or shards on this cluster");
        }
    }

    private static void CheckExitCodes(string path, IReadOnlyList<int> codes, ConfigProblems problems)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] is < 1 or > 255)
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "fatalExitCodes"), i), $"{codes[i]} is no exit code of a failure; allowed: 1 to 255");
            }
        }
    }

    private static void CheckCheckpoints(string path, TrainingConfig training, KnownNames buckets, ConfigProblems problems)
    {
        if (training.Checkpoints is not { } text)
        {
            return;
        }

        if (!text.StartsWith('/'))
        {
            CheckDirectory(path, text, buckets, problems);
        }
        else if (!training.Pod.Volumes.Any(volume => !volume.ReadOnly && (text + "/").StartsWith(volume.Path.TrimEnd('/') + "/", StringComparison.Ordinal)))
        {
            problems.Add(path, $"{Shown.Quoted(text)} is below no volume of the pod that can be written, and what lies elsewhere goes with the pod; mount a volume there or use s3://BUCKET/PATH");
        }
    }
}
