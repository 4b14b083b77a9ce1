using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the cache on nodes: its pools have the disks, its models are in S3 and run nowhere else, and all of it fits.</summary>
internal static class CacheRules
{
    private static readonly string _path = PlatformRules.Key("storage.cache");

    public static void Check(PlatformSettings settings, KnownNames pools, KnownNames models, ConfigProblems problems)
    {
        if (settings.Storage.Cache is not { } cache || problems.Cover(_path))
        {
            return;
        }

        for (var i = 0; i < cache.Pools.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(_path, "pools"), i);
            pools.Check(at, cache.Pools[i], problems);
            CheckPool(at, cache.Pools[i], settings, problems);
        }

        for (var i = 0; i < cache.Models.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(_path, "models"), i);
            models.Check(at, cache.Models[i], problems);
            if (settings.Served.FirstOrDefault(model => model.Name == cache.Models[i]) is { } model)
            {
                CheckModel(at, model, cache, problems);
            }
        }

        var total = new ByteSize(settings.Served.Where(model => cache.Models.Contains(model.Name)).Sum(model => model.Size.Bytes));
        if (total > cache.Size)
        {
            problems.Add(ConfigPath.Key(_path, "size"), $"the models take up to {total}, but the cache may have {cache.Size}; make it larger, or take a model out");
        }
    }

    /// <summary>Whether a model is read from the cache.</summary>
    public static bool Has(PlatformSettings settings, ModelConfig model) => settings.Storage.Cache?.Models.Contains(model.Name) == true;

    private static void CheckPool(string path, string name, PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.EdgePools.Any(pool => pool.Name == name) || settings.Pools.Any(pool => pool.Name == name && pool.ExistingNodes is not null))
        {
            problems.Add(path, $"'{name}' has nodes that somebody else manages, and nobody knows their disks; name pools of the stack");
        }
        else if (settings.Pools.FirstOrDefault(pool => pool.Name == name) is not { } pool)
        {
            return;
        }
        else if (settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode || pool.AmiType?.StartsWith("BOTTLEROCKET", StringComparison.Ordinal) == true)
        {
            problems.Add(path, $"'{name}' has nodes with Bottlerocket, which mounts its local disks where pods can't reach; use an AL2023 image (amiType), or do without the cache");
        }
        else if (!pool.LocalNvme)
        {
            problems.Add(path, $"'{name}' doesn't join the local disks of its nodes, so that the cache would fill their root volume; set localNvme: true on it");
        }
    }

    private static void CheckModel(string path, ModelConfig model, CacheConfig cache, ConfigProblems problems)
    {
        if (model.ParsedSource is not ModelSource.S3)
        {
            problems.Add(path, $"'{model.Name}' isn't in S3, and the cache is filled from there only; copy it to a bucket of the environment and use s3://BUCKET/PATH");
        }

        if (model.Pools.Where(pool => !cache.Pools.Contains(pool)).ToArray() is [_, ..] without)
        {
            problems.Add(path, $"'{model.Name}' may run on {string.Join(", ", without)}, where the cache isn't; add these pools to storage.cache.pools, or take them from the model");
        }
    }
}
