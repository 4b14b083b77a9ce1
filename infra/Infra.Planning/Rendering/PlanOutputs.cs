using System.Globalization;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Rendering;

/// <summary>The stack's outputs as Pulumi shows them before an update: what isn't known yet is <c>output&lt;string&gt;</c>.</summary>
public static class PlanOutputs
{
    private const int Step = 4;

    /// <summary>Nothing when the stack has no outputs.</summary>
    public static IEnumerable<TextLine> Render(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var outputs = plan.Resources.Select(static r => r.Outputs).FirstOrDefault(static o => o is not null);
        return outputs is null or { Count: 0 } ? [] : [TextLine.Of("Outputs:", TextRole.Heading), .. Properties(outputs, Step)];
    }

    /// <summary>Values in the same form.</summary>
    internal static IEnumerable<TextLine> Properties(ValueMap properties, int indent = 0)
    {
        if (properties.Count == 0)
        {
            return [];
        }

        var width = properties.Keys.Max(static k => k.Length);
        return properties.SelectMany(p => Labelled(p.Key.PadRight(width) + ": ", p.Value, indent));
    }

    private static IEnumerable<TextLine> Labelled(string label, PlanValue value, int indent)
    {
        var start = new TextSegment(new string(' ', indent) + label);
        var end = new string(' ', indent);
        return value switch
        {
            PlanValue.Object { Properties: { Count: > 0 } properties } =>
                [TextLine.Of(start, new("{")), .. Properties(properties, indent + Step), TextLine.Of(end + "}")],
            PlanValue.List { Items: { Count: > 0 } items } =>
                [TextLine.Of(start, new("[")), .. items.SelectMany((item, i) => Labelled($"[{i}]: ", item, indent + Step)), TextLine.Of(end + "]")],
            _ => [TextLine.Of(start, Leaf(value))],
        };
    }

    private static TextSegment Leaf(PlanValue value) => value switch
    {
        PlanValue.Unknown => new("output<string>", TextRole.Unknown),
        PlanValue.Secret => new("[secret]", TextRole.Secret),
        PlanValue.Bool { Value: var flag } => new(flag ? "true" : "false"),
        PlanValue.Number { Value: var number } => new(number.ToString("R", CultureInfo.InvariantCulture)),
        PlanValue.String { Value: var text } => new(JsonConvert.ToString(text)),
        PlanValue.Asset => new("asset"),
        PlanValue.Archive => new("archive"),
        PlanValue.List => new("[]"),
        PlanValue.Object => new("{}"),
        _ => new("<null>"),
    };
}
