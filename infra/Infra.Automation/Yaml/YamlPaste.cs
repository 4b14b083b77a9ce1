using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Infra.Automation.Yaml;

/// <summary>Writes a value of one document as it has to stand in another: word for word where it can, comments within it included; what aliases and anchors mean where they can't be taken along.</summary>
internal sealed partial class YamlPaste(YamlSource source, string newLine)
{
    private const int Step = 2;

    /// <summary>What follows a key and its colon: a blank and the value, or lines of its own.</summary>
    /// <param name="place">The value.</param>
    /// <param name="column">The key's column where it goes.</param>
    public string AfterKey(YamlPlace place, int column) => source.Resolve(place) switch
    {
        YamlPlace.Map { IsFlow: false, Entries.Count: > 0 } or YamlPlace.List { IsFlow: false } => newLine + Lines(place, column + Step),
        YamlPlace.Scalar { IsBlock: true } scalar when HasNoIndicators(scalar) => $" {Shifted(source.Slice(scalar), column + Step, from: 1)}",
        { } value => $" {InLine(value)}",
    };

    /// <summary>The lines of a block, all at a column, without the last line break.</summary>
    public string Lines(YamlPlace place, int column)
    {
        var indent = new string(' ', column);
        var value = source.Resolve(place);
        if (!value.Subtree.Any(part => part is YamlPlace.Alias || part.Anchor is not null))
        {
            return indent + Reindented(value, column);
        }

        return value is YamlPlace.List list
            ? string.Join(newLine, list.Items.Select(item => $"{indent}- {InLine(item)}"))
            : string.Join(newLine, source.Entries((YamlPlace.Map)value).Select(entry => $"{indent}{Key(entry.Key)}:{AfterKey(entry.Value, column)}"));
    }

    /// <summary>The value on one line.</summary>
    public string InLine(YamlPlace place) => source.Resolve(place) switch
    {
        YamlPlace.Scalar scalar => Word(scalar),
        YamlPlace.List list => $"[{string.Join(", ", list.Items.Select(InLine))}]",
        YamlPlace.Map map => $"{{{string.Join(", ", source.Entries(map).Select(entry => $"{Key(entry.Key)}: {InLine(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException("an alias stands for a value"),
    };

    /// <summary>A block's text from its first character on, its later lines moved by as many columns as its first.</summary>
    public string Reindented(YamlPlace place, int column)
    {
        var end = source.LineEnd(place.End);
        var rest = source.Text[place.End..end];
        // A comment behind the last value belongs to it.
        var text = rest.TrimStart().StartsWith('#') ? source.Text[place.Start..end] : source.Slice(place);
        var from = source.Column(place.Start);
        return string.Join(newLine, text.Split('\n').Select((line, number) => number == 0 ? line.TrimEnd('\r') : Moved(line.TrimEnd('\r'), column - from)));
    }

    /// <summary>A key, quoted where it might be read as something else.</summary>
    public static string Key(string text) => PlainKey().IsMatch(text) ? text : JsonConvert.ToString(text);

    // What stands there without quotes can do so here, but for what brackets would take as theirs.
    private string Word(YamlPlace.Scalar scalar)
    {
        var written = source.Slice(scalar);
        return scalar.IsPlain
            ? Brackets().IsMatch(scalar.Value) ? JsonConvert.ToString(scalar.Value) : scalar.Value
            : scalar.Anchor is null && !scalar.IsBlock && !written.Contains('\n', StringComparison.Ordinal) ? written : JsonConvert.ToString(scalar.Value);
    }

    private bool HasNoIndicators(YamlPlace.Scalar scalar) => scalar.Anchor is null && source.Slice(scalar).Split('\n')[0].TrimEnd() is "|" or "|-" or ">" or ">-";

    private string Shifted(string text, int column, int from)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var least = lines.Skip(from).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(column).Min();
        return string.Join(newLine, lines.Select((line, number) => number < from ? line : Moved(line, column - least)));
    }

    private static string Moved(string line, int by) =>
        line.Trim().Length == 0 ? "" : by >= 0 ? new string(' ', by) + line : line[Math.Min(-by, line.Length - line.TrimStart(' ').Length)..];

    [GeneratedRegex(@"^[A-Za-z_][\w./-]*$")]
    private static partial Regex PlainKey();

    [GeneratedRegex(@"[,\[\]{}]")]
    private static partial Regex Brackets();
}
