using Infra.Planning.Diffing;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Upgrades;

/// <summary>An upgrade for programs. <c>docs/upgrades.md</c> describes the document.</summary>
public static class UpgradeJson
{
    public const int SchemaVersion = 1;

    public static JObject Of(UpgradeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["environment"] = report.Environment,
            ["summary"] = report.Summary,
            ["isBlocked"] = report.IsBlocked,
            ["updates"] = new JArray(report.Hops.Select(Hop)),
        };
    }

    private static JObject Hop(UpgradeHop hop) => new()
    {
        ["from"] = hop.From,
        ["to"] = hop.To,
        ["summary"] = hop.Diff.Summary,
        ["blockers"] = new JArray(hop.Blockers),
        ["facts"] = new JArray(hop.Facts),
        ["steps"] = new JArray(hop.Steps.Select(static step => new JObject
        {
            ["kind"] = Camel(step.Kind),
            ["title"] = step.Title,
            ["facts"] = new JArray(step.Facts),
            ["warnings"] = new JArray(step.Warnings),
            ["changes"] = new JArray(step.Changes.Select(static change => new JObject { ["kind"] = Camel(change.Kind), ["urn"] = change.Urn.ToString() })),
        })),
    };

    private static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
