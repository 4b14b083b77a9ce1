using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Which nodes a pod may run on, by Kubernetes' own rules for selectors, required node affinity and taints.</summary>
internal sealed class NodeFit
{
    private static readonly Dictionary<string, string> s_effects =
        new() { ["NO_SCHEDULE"] = "NoSchedule", ["NO_EXECUTE"] = "NoExecute", ["PREFER_NO_SCHEDULE"] = "PreferNoSchedule" };

    private readonly Func<JsonObject, bool> _selects;
    private readonly JsonArray _tolerations;

    private NodeFit(Func<JsonObject, bool> selects, JsonNode? tolerations) => (_selects, _tolerations) = (selects, tolerations?.AsArray() ?? []);

    /// <summary>A pod's specification, or values of a chart that have the same keys.</summary>
    public static NodeFit Of(JsonNode pod)
    {
        var selector = pod["nodeSelector"]?.AsObject() ?? [];
        var terms = pod["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]?["nodeSelectorTerms"]?.AsArray();
        return new NodeFit(
            node => HasAll(node, selector) && (terms is null || terms.Any(term => term!["matchExpressions"]!.AsArray().All(expression => Matches(node, expression!)))),
            pod["tolerations"]);
    }

    /// <summary>Pods that a component declares: a choice of labels, or any node; its tolerations hold whatever a taint's value.</summary>
    public static NodeFit OfFootprint(JsonNode footprint)
    {
        var selectors = footprint["selectors"]!.AsArray();
        var tolerations = footprint["tolerations"]!.DeepClone();
        foreach (var toleration in tolerations.AsArray())
        {
            toleration!["operator"] = "Exists";
        }

        return new NodeFit(
            node => selectors.Count == 0 || selectors.Any(selector => HasAll(node, selector!.AsObject())),
            tolerations);
    }

    /// <summary>Whether the pod may run on the nodes of a managed node group.</summary>
    public bool Lands(JsonNode nodeGroup)
    {
        var node = nodeGroup["labels"]!.DeepClone().AsObject();
        node["kubernetes.io/os"] = "linux";
        node["kubernetes.io/arch"] = ((string)nodeGroup["amiType"]!).Contains("ARM", StringComparison.Ordinal) ? "arm64" : "amd64";
        return _selects(node) && (nodeGroup["taints"]?.AsArray() ?? []).All(taint => _tolerations.Any(toleration => Tolerates(toleration!, taint!)));
    }

    private static bool HasAll(JsonObject node, JsonObject labels) => labels.All(label => (string?)node[label.Key] == (string?)label.Value);

    private static bool Matches(JsonObject node, JsonNode expression)
    {
        var value = (string?)node[(string)expression["key"]!];
        var values = expression["values"]?.AsArray().Select(one => (string)one!) ?? [];
        return (string)expression["operator"]! switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var other => throw new NotSupportedException(other),
        };
    }

    private static bool Tolerates(JsonNode toleration, JsonNode taint)
    {
        var (key, effect) = ((string?)toleration["key"], (string?)toleration["effect"]);
        var value = (string?)toleration["operator"] == "Exists" || (string?)toleration["value"] == (string?)taint["value"];
        return value && (key is null or "" || key == (string?)taint["key"]) && (effect is null or "" || effect == s_effects[(string)taint["effect"]!]);
    }
}
