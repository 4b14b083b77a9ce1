using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Policies.Rendering;

/// <summary>Rules as a document: what <c>explain rule --json</c> writes.</summary>
public static class RuleJson
{
    /// <summary>The version of the document's form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the document, with an end of line.</summary>
    public static void Write(IEnumerable<RuleDescription> rules, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var document = new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["rules"] = new JArray(rules.Select(rule => new JObject
            {
                ["id"] = rule.Id,
                ["severity"] = rule.Severity.Name(),
                ["title"] = rule.Title,
                ["prevents"] = rule.Prevents,
                ["source"] = rule.Source,
                ["page"] = rule.Page,
            })),
        };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }

        writer.WriteLine();
    }
}
