using Infra.Planning.Costs.Rendering;
using Infra.Planning.Diffing;
using Infra.Planning.Placement.Rendering;
using Infra.Planning.Policies.Rendering;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Reviewing;

/// <summary>A review as one document, which has the document of each engine as it is: <c>docs/report.md</c>.</summary>
public static class ReviewJson
{
    private const int SchemaVersion = 1;

    public static void Write(PlanReview review, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(writer);
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.WritePropertyName("schemaVersion");
        json.WriteValue(SchemaVersion);
        json.WritePropertyName("environment");
        json.WriteValue(review.Plan.Stack);
        if (review.Comparison is { } comparison)
        {
            json.WritePropertyName("base");
            json.WriteValue(comparison.Base);
            WriteDocument(json, "diff", text => PlanDiffJson.Write(comparison.Diff, text));
        }

        WriteDocument(json, "placement", text => PlacementJson.Write(review.Placement, text));
        WriteDocument(json, "cost", text => CostJson.Write(review.Cost, review.Comparison?.Cost, text));
        WriteDocument(json, "policy", text => text.Write(PolicyJson.Of(review.Policy)));
        foreach (var addition in review.Additions)
        {
            WriteDocument(json, addition.Name, addition.WriteJson);
        }

        json.WriteEndObject();
        writer.WriteLine();
    }

    // Read again, so that all of the document is indented alike; decimals stay as they are.
    private static void WriteDocument(JsonTextWriter json, string name, Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        using var reader = new JsonTextReader(new StringReader(text.ToString())) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        json.WritePropertyName(name);
        json.WriteToken(reader);
    }
}
