using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Rules across the parts of the configuration: what refers to what, and what excludes what.</summary>
internal static class PlatformRules
{
    /// <summary>Adds a problem for each broken rule.</summary>
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckAccount(settings, problems);
        CheckUnique("pools", settings.Pools, pool => pool.Name, problems);
        CheckUnique("storage.buckets", settings.Storage.Buckets, bucket => bucket.Name, problems);
        CheckUnique("models", settings.Models, model => model.Name, problems);
        var pools = new Dictionary<string, CheckedPool>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            pools.TryAdd(settings.Pools[i].Name, PoolRules.Check(At("pools", i), settings.Pools[i], settings.Cluster, problems));
        }

        for (var i = 0; i < settings.Models.Length; i++)
        {
            ModelRules.Check(At("models", i), settings.Models[i], settings, pools, problems);
        }
    }

    private static void CheckAccount(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Aws is null && !problems.Cover(Key("aws")) && settings.Cluster.Existing is not null)
        {
            problems.Add(Key("aws"), "missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: \"123456789012\"}");
        }

        if (settings.Cluster.Kubeconfig is not null && settings.Storage.Buckets.Length > 0)
        {
            problems.Add(Key("storage.buckets"), "model buckets are read through EKS Pod Identity, which needs cluster.existing; use https:// sources on this cluster");
        }
    }

    private static void CheckUnique<T>(string list, IReadOnlyList<T> items, Func<T, string> name, ConfigProblems problems)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (!first.TryAdd(name(items[i]), i))
            {
                problems.Add(ConfigPath.Key(At(list, i), "name"), $"'{name(items[i])}' is already the name of {list}[{first[name(items[i])]}]; names are unique");
            }
        }
    }

    private static string Key(string key) => $"{PlatformSettings.ConfigNamespace}:{key}";

    private static string At(string list, int index) => ConfigPath.Index(Key(list), index);
}
