using System.Globalization;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering;
using Newtonsoft.Json;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Values on one line.</summary>
internal static class ValueText
{
    /// <summary>Longer ones are cut, unless everything is asked for.</summary>
    private const int MaxLength = 120;

    /// <summary>What is kept in front of the place where two long texts begin to differ, so that one sees where that is.</summary>
    private const int Lead = 24;

    /// <summary>Both of a pair; of long ones the part where they begin to differ.</summary>
    public static (string Before, string After) Pair(PlanValue before, PlanValue after, bool full)
    {
        var (old, asked) = (before is PlanValue.Unknown ? "(not known)" : Whole(before, full), Whole(after, full));
        var same = old.AsSpan().CommonPrefixLength(asked);
        var start = Math.Max(old.Length, asked.Length) > MaxLength ? Math.Max(0, same - Lead) : 0;
        return (Cut(old, start, full), Cut(asked, start, full));
    }

    private static string Whole(PlanValue value, bool full) => OneLine.Of(value switch
    {
        PlanValue.String { Value: var text } when !full && Urn.TryParse(text, out var urn) => $"{TypeLabel.Of(urn.Type)} {urn.Name}",
        PlanValue.Unknown => "(known after the update)",
        PlanValue.Secret => "(secret)",
        PlanValue.Bool { Value: var flag } => flag ? "true" : "false",
        PlanValue.Number { Value: var number } => number.ToString("R", CultureInfo.InvariantCulture),
        PlanValue.String { Value: var text } => JsonConvert.ToString(text),
        PlanValue.Null => "null",
        _ => Json(value),
    });

    private static string Json(PlanValue value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.None })
        {
            PlanValueWriter.Write(json, value);
        }
        return text.ToString();
    }

    private static string Cut(string text, int start, bool full)
    {
        if (full || text.Length <= MaxLength)
        {
            return text;
        }
        var end = Math.Min(text.Length, start + MaxLength);
        return (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
    }
}
