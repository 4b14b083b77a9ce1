using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Rules across the parts of the configuration: what refers to what, and what excludes what.</summary>
internal static class PlatformRules
{
    /// <summary>Adds a problem for each broken rule.</summary>
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckAccount(settings, problems);
        CheckNamespaces(settings, problems);
        CheckUnique("pools", settings.Pools, pool => pool.Name, problems);
        CheckUnique("storage.buckets", settings.Storage.Buckets, bucket => bucket.Name, problems);
        CheckUnique("models", settings.Models, model => model.Name, problems);
        var pools = new Dictionary<string, CheckedPool>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            pools.TryAdd(settings.Pools[i].Name, PoolRules.Check(At("pools", i), settings.Pools[i], settings.Cluster, problems));
        }

        var poolNames = new KnownNames("pool", Key("pools"), settings.Pools.Select(pool => pool.Name), problems);
        var buckets = new KnownNames("bucket", Key("storage"), settings.Storage.Buckets.Select(bucket => bucket.Name), problems);
        for (var i = 0; i < settings.Models.Length; i++)
        {
            var path = At("models", i);
            ModelRules.CheckReferences(path, settings.Models[i], poolNames, buckets, problems);
            ModelRules.CheckFit(path, settings.Models[i], pools, problems);
        }
    }

    private static void CheckAccount(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Aws is null && !problems.Cover(Key("aws")) && settings.Cluster.Existing is not null)
        {
            problems.Add(Key("aws"), "missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: \"123456789012\"}");
        }

        if (settings.Cluster.Kubeconfig is not null && !problems.Cover(Key("cluster")) && settings.Storage.Buckets.Length > 0)
        {
            problems.Add(Key("storage.buckets"), "model buckets are read through EKS Pod Identity, which needs cluster.existing; use https:// sources on this cluster");
        }
    }

    private static void CheckNamespaces(PlatformSettings settings, ConfigProblems problems)
    {
        CheckNamespace(Key("namespace"), settings.Namespace, problems);
        if (settings.Monitoring.PrometheusOperator is { } prometheus)
        {
            CheckNamespace(Key("monitoring.prometheusOperator.namespace"), prometheus.Namespace, problems);
        }

        for (var i = 0; i < settings.Models.Length; i++)
        {
            var clients = settings.Models[i].ClientNamespaces;
            for (var j = 0; j < clients.Length; j++)
            {
                CheckNamespace(ConfigPath.Index(ConfigPath.Key(At("models", i), "clientNamespaces"), j), clients[j], problems);
            }
        }
    }

    private static void CheckNamespace(string path, string name, ConfigProblems problems)
    {
        if (!problems.Cover(path) && NameRules.DnsLabel.Problem(name) is { } problem)
        {
            problems.Add(path, problem);
        }
    }

    private static void CheckUnique<T>(string list, IReadOnlyList<T> items, Func<T, string> name, ConfigProblems problems)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            // Empty text stands for a name that could not be read.
            if (name(items[i]).Length > 0 && !first.TryAdd(name(items[i]), i))
            {
                problems.Add(ConfigPath.Key(At(list, i), "name"), $"'{name(items[i])}' is already the name of {list}[{first[name(items[i])]}]; names are unique");
            }
        }
    }

    private static string Key(string key) => $"{PlatformSettings.ConfigNamespace}:{key}";

    private static string At(string list, int index) => ConfigPath.Index(Key(list), index);
}
