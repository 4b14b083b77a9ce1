using System.Collections.Frozen;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Helm;

/// <summary>
/// Values of a chart against the chart's own: a key that these don't have does nothing, and nobody says so. Open are maps that
/// the chart leaves empty, what belongs to a subchart, flags of a program, and what Kubernetes' own types describe: that is held against these.
/// The values of charts that the shared facts lack are written down in the folder <c>Recorded</c>, each with its source.
/// </summary>
public static class HelmValues
{
    /// <summary>Keys of values that are a type of Kubernetes wherever they stand.</summary>
    private static readonly FrozenDictionary<string, string> _types = new Dictionary<string, string>
    {
        ["affinity"] = "Core.V1.Affinity",
        ["resources"] = "Core.V1.ResourceRequirements",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps with keys of the user's, also where the chart has some of its own; among them sections of Loki's file, which the chart hands on.</summary>
    private static readonly FrozenSet<string> _open = FrozenSet.ToFrozenSet(
        ["analytics", "annotations", "compactor", "containerSecurityContext", "global", "labels", "limits_config", "nodeSelector", "podAnnotations", "podLabels", "podSecurityContext", "securityContext"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> _openOf = new Dictionary<string, FrozenSet<string>>
    {
        ["cluster-autoscaler"] = FrozenSet.ToFrozenSet(["extraArgs"], StringComparer.Ordinal),
        ["gpu-operator"] = FrozenSet.ToFrozenSet(["node-feature-discovery"], StringComparer.Ordinal),
        ["nvidia-device-plugin"] = FrozenSet.ToFrozenSet(["nfd"], StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Charts within a chart, whose own values stand in <c>Recorded/CHART.SUBCHART.yaml</c>: the outer chart shows those that it changes.</summary>
    private static readonly FrozenDictionary<string, string[]> _subcharts = new Dictionary<string, string[]>
    {
        ["kube-prometheus-stack"] = ["grafana", "kube-state-metrics", "prometheus-node-exporter"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Values that a chart knows and shows in a comment only, by the path to them; read in its file of values.</summary>
    private static readonly FrozenSet<string> _commented = FrozenSet.ToFrozenSet(
        ["dcgm-exporter.customMetrics", "fluent-bit.serviceMonitor.interval", "fluent-bit.serviceMonitor.selector", "gpu-operator.dcgmExporter.config", "kube-prometheus-stack.alertmanager.alertmanagerSpec.configSecret", "loki.loki.storage.bucketNames", "opentelemetry-collector.podDisruptionBudget.maxUnavailable"], StringComparer.Ordinal);

    /// <param name="chart">Its name, or the address of a registry that ends with it; skips the test where the facts are absent.</param>
    public static IReadOnlyList<string> Problems(string chart, JObject values)
    {
        // A chart of definitions alone may have no file of values; left as it is, there is nothing to hold against one.
        if (!values.HasValues)
        {
            return [];
        }

        var name = chart[(chart.LastIndexOf('/') + 1)..];
        var recorded = RepositoryRoot.Combine($"tests/Infra.TestKit/Helm/Recorded/{name}.yaml");
        var known = YamlJson.Read(File.Exists(recorded) ? recorded : SharedFacts.Require("helm-values", $"{name}.yaml"));
        foreach (var subchart in _subcharts.GetValueOrDefault(name) ?? [])
        {
            ((JObject)known[subchart]!).Merge(YamlJson.Read(RepositoryRoot.Combine($"tests/Infra.TestKit/Helm/Recorded/{name}.{subchart}.yaml")));
        }

        return [.. Problems(known, values, name, _openOf.GetValueOrDefault(name) ?? FrozenSet<string>.Empty)];
    }

    internal static IEnumerable<string> Problems(JObject known, JObject values, string path, IReadOnlySet<string> open) =>
        values.Properties().SelectMany(property => Problems(known, property, $"{path}.{property.Name}", open));

    private static IEnumerable<string> Problems(JObject known, JProperty property, string path, IReadOnlySet<string> open)
    {
        var (name, value) = (property.Name, property.Value);
        if (value.Type == JTokenType.Null)
        {
            return [$"{path}: null"];
        }

        if (known[name] is not { } chart)
        {
            return _commented.Contains(path) ? [] : [$"{path}: unknown value"];
        }

        var wanted = JsonTypes.Of(chart);
        return JsonTypes.Of(value) is var found && !Fits(wanted, found) ? [$"{path}: {found} instead of {wanted}"]
            : _types.TryGetValue(name, out var type) && !IsByWorkload(chart) ? KubernetesApi.Problems(type, value, path)
            : name == "tolerations" && value is JArray list ? list.SelectMany((item, i) => KubernetesApi.Problems("Core.V1.Toleration", item, $"{path}[{i}]"))
            : value is JObject map && chart is JObject { Count: > 0 } closed && !_open.Contains(name) && !open.Contains(name)
                ? Problems(closed, map, path, FrozenSet<string>.Empty)
            : [];
    }

    // A chart of several workloads may have a key for each below one name: KEDA's resources.operator.
    private static bool IsByWorkload(JToken chart) => chart is JObject { Count: > 0 } map && map.Properties().All(property => property.Value is JObject { Count: > 0 } own && own.ContainsKey("requests"));

    // A chart that has no default says nothing about the type; a port may be a name, a number may be in quotes.
    private static bool Fits(string wanted, string found) =>
        wanted == found || wanted == "null" || (wanted is "string" or "integer" or "number" && found is "string" or "integer" or "number");
}
