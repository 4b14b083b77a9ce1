using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Placement.Rendering;

/// <summary>Why pods land where they do, as JSON.</summary>
public static class PodExplanationJson
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the document.</summary>
    public static void Write(ImmutableArray<PodExplanation> explanations, string environment, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var document = new JObject { ["schemaVersion"] = SchemaVersion, ["environment"] = environment, ["pods"] = new JArray(explanations.Select(Pods)) };
        writer.WriteLine(document.ToString(Formatting.Indented));
    }

    private static JObject Pods(PodExplanation pods) => new()
    {
        ["workload"] = $"{pods.Workload}",
        ["urn"] = pods.Workload.Urn.ToString(),
        ["least"] = pods.Least,
        ["most"] = pods.Most,
        ["priority"] = pods.Priority,
        ["requests"] = new JArray(pods.Requests),
        ["atMinimum"] = new JArray(pods.AtMinimum),
        ["atMaximum"] = new JArray(pods.AtMaximum),
        ["message"] = pods.Unplaced?.Message,
        ["remedy"] = pods.Unplaced?.Remedy,
        ["verdicts"] = new JArray(pods.Verdicts.Select(verdict => new JObject
        {
            ["pool"] = verdict.Pool,
            ["zones"] = new JArray(verdict.Zones),
            ["takes"] = verdict.Filter is null,
            ["filter"] = verdict.Filter,
            ["reason"] = verdict.Reason,
        })),
    };
}
