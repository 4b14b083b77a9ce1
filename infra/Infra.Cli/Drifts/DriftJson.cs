using System.Globalization;
using Infra.Planning.Diffing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Drifts;

/// <summary>A drift for programs. <c>docs/drift.md</c> describes the document.</summary>
internal static class DriftJson
{
    public const int SchemaVersion = 1;

    public static void Write(DriftReport report, TextWriter writer) => writer.WriteLine(new JObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["stack"] = report.Stack,
        ["summary"] = report.Summary,
        ["hasDrift"] = report.HasDrift,
        ["unnamed"] = report.Unnamed,
        ["drift"] = Of(report.Drift),
        ["mending"] = Of(report.Mending),
        ["program"] = Of(report.Program),
        ["alsoByProgram"] = new JArray(report.AlsoByProgram.Select(static urn => urn.ToString())),
        ["onlyEngine"] = new JArray(report.OnlyEngine.Select(static step => new JObject
        {
            ["urn"] = step.Urn.ToString(),
            ["operation"] = step.Operation,
            ["paths"] = new JArray(step.Changes.Select(static change => change.Path)),
        })),
    }.ToString(Formatting.Indented));

    // The diff's own document, as docs/diff.md describes it.
    private static JToken Of(PlanDiff diff)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        PlanDiffJson.Write(diff, text);
        using var json = new JsonTextReader(new StringReader(text.ToString())) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(json);
    }
}
