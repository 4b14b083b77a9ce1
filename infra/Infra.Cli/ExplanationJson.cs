using Infra.Stacks.Explaining;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>What <c>explain model</c> found, as a document: sections of lines, each with a number and its unit, or with words.</summary>
internal static class ExplanationJson
{
    public static void Write(ModelExplanation explanation, string environment, TextWriter writer)
    {
        var document = new JObject
        {
            ["environment"] = environment,
            ["model"] = explanation.Model,
            ["runtime"] = explanation.Runtime,
            ["backend"] = explanation.Backend,
            ["image"] = explanation.Image,
            ["sections"] = new JArray(explanation.Sections.Select(section => new JObject
            {
                ["title"] = section.Title,
                ["lines"] = new JArray(section.Lines.Select(Line)),
            })),
        };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }
        writer.WriteLine();
    }

    private static JObject Line(ExplanationLine line)
    {
        var json = new JObject { ["name"] = line.Name };
        if (line.Number is { } number)
        {
            // A whole number is one, however many zeros the calculation left behind its point.
            json["value"] = decimal.IsInteger(number) ? (JToken)decimal.ToInt64(number) : number;
            json["unit"] = line.Unit;
        }
        else
        {
            json["value"] = line.Unit;
        }
        json["how"] = line.How;
        return json;
    }
}
