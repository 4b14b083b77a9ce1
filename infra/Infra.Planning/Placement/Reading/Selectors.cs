using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Reading;

/// <summary>Selectors as Kubernetes writes them.</summary>
internal static class Selectors
{
    /// <summary>A label selector; null stays null, which selects nothing.</summary>
    public static LabelSelector? Labels(JsonNode? selector) => selector is null ? null : new LabelSelector(
    [
        .. (selector["matchLabels"] as JsonObject ?? []).Select(label => new LabelRequirement(label.Key, "In", [$"{label.Value}"])),
        .. Requirements(selector["matchExpressions"]),
    ]);

    /// <summary>What pods with the same values of some of their labels have in common: <c>matchLabelKeys</c>, and the opposite.</summary>
    public static LabelSelector? WithKeys(LabelSelector? selector, JsonNode rule, ImmutableSortedDictionary<string, string> labels) =>
        selector?.And(Keys(rule["matchLabelKeys"], labels, "In")).And(Keys(rule["mismatchLabelKeys"], labels, "NotIn"));

    public static NodeTerm NodeTerm(JsonNode term) => new([.. Requirements(term["matchExpressions"])], [.. Requirements(term["matchFields"])]);

    private static IEnumerable<LabelRequirement> Requirements(JsonNode? expressions) => (expressions as JsonArray ?? []).Select(expression => new LabelRequirement(
        (string)expression!["key"]!, (string)expression["operator"]!, [.. (expression["values"] as JsonArray ?? []).Select(value => $"{value}")]));

    // A label that the pod lacks says nothing.
    private static IEnumerable<LabelRequirement> Keys(JsonNode? keys, ImmutableSortedDictionary<string, string> labels, string comparison) =>
        (keys as JsonArray ?? []).Select(key => (string)key!).Where(labels.ContainsKey).Select(key => new LabelRequirement(key, comparison, [labels[key]]));
}
