using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;

namespace Infra.Stacks.Layers;

/// <summary>
/// What models take from the platform under them, as text by key: what a stack of models believes by its configuration, and what the platform's stack has. Both make it from
/// configuration alone, so that a preview knows it before there is a platform (ADR 46).
/// </summary>
internal static class LayerFacts
{
    /// <summary>The facts of a configuration, by the key that says them.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="clusterName">Name of the cluster, as the output says it.</param>
    public static ImmutableSortedDictionary<string, string> Of(PlatformSettings settings, string clusterName)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        facts["cluster"] = clusterName;
        if (settings.Aws is { } aws)
        {
            facts["aws"] = $"{aws.Region}, {aws.AccountId}";
        }

        foreach (var name in settings.Namespaces)
        {
            facts[$"namespaces.{name}"] = "made";
        }

        var contracts = PoolContracts.Of(settings);
        foreach (var pool in settings.Pools)
        {
            facts[$"pools.{pool.Name}"] = Pool(pool, contracts[pool.Name]);
        }

        foreach (var part in Enum.GetValues<SharedPart>().Where(part => SharedParts.Has(settings, part)))
        {
            facts[$"offers.{WireNames.Name(part)}"] = "installed";
        }

        foreach (var bucket in settings.Storage.Buckets.Where(bucket => bucket.Existing is null && (bucket.Platform || settings.Platform?.Stack is null)))
        {
            facts[$"buckets.{bucket.Name}"] = "made";
        }

        foreach (var (key, value) in Monitoring(settings))
        {
            facts[$"monitoring.{key}"] = value;
        }

        facts["images"] = CachedImages.Of(settings) is { } cache ? $"{cache.Host} for {string.Join(", ", cache.Registries.Order(StringComparer.Ordinal))}" : "from where they are published";
        return facts.ToImmutable();
    }

    private static string Pool(PoolConfig pool, PoolContract contract) => string.Join("; ",
    [
        $"labels {Map(contract.Labels)}",
        $"selector {Map(contract.Selector)}",
        $"taints {string.Join(", ", contract.Taints.Select(taint => $"{taint.Key}={taint.Value}:{taint.Effect}"))}",
        $"devices {string.Join(", ", contract.Devices.Select(device => string.Create(CultureInfo.InvariantCulture, $"{device.Resource} {device.Count}")))}",
        $"types {string.Join(", ", pool.InstanceTypes)}",
        $"rootVolume {pool.RootVolume?.ToString() ?? "derived"}",
        $"images {(pool.Images.ParallelPull ? "parallel" : "one by one")}{string.Concat(pool.Images.SnapshotImages.Select(image => $", {image}"))}",
    ]);

    private static IEnumerable<(string Key, string Value)> Monitoring(PlatformSettings settings)
    {
        if (settings.Monitoring.Operator is { } found)
        {
            yield return ("prometheusOperator", $"namespace {found.Namespace}; labels {Map(found.SelectorLabels)}");
        }

        if (settings.Monitoring.Asked is { } asked)
        {
            yield return ("prometheus", asked.AmazonWorkspace ?? asked.Url ?? "");
        }

        if (GpuMonitoring.IsThere(settings, onExistingNodes: false))
        {
            yield return ("gpus", "exported");
        }

        if (settings.Monitoring.Traces is not null)
        {
            yield return ("traces", "collected");
        }
    }

    private static string Map(IEnumerable<KeyValuePair<string, string>> map) =>
        string.Join(", ", map.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"));
}
