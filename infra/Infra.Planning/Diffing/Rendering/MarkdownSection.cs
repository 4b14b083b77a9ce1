using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>A section of a diff in Markdown: everything that isn't ours stands in a fence.</summary>
internal static class MarkdownSection
{
    /// <summary>How many are the first of a section.</summary>
    private const int Few = 50;

    public static string Of(DiffSection section, MarkdownDetail detail, bool full)
    {
        var heading = $"{section.Heading} ({Titles.Text(section.Count)})";
        var entries = detail == MarkdownDetail.Few ? [.. section.Entries.Take(Few)] : section.Entries;
        var lines = detail == MarkdownDetail.Counts
            ? [$"{Sign(section.Words)} {Titles.Types(section.Entries.SelectMany(static entry => entry.All))}"]
            : entries.SelectMany(entry => Entry(section, entry, detail, full)).ToList();
        var left = section.Count - entries.Sum(static entry => entry.Count);
        if (left > 0)
        {
            lines.Add($"# and {Titles.Text(left)} more");
        }
        var block = MarkdownFence.Of("diff", lines);
        return IsOpen(section.Kind)
            ? $"\n#### {heading}\n\n{block}"
            : $"\n<details><summary>{heading}</summary>\n\n{block}\n</details>\n";
    }

    // What a reviewer must have seen isn't behind a click.
    private static bool IsOpen(SectionKind kind) => kind is SectionKind.Replace or SectionKind.UpdateOrReplace or SectionKind.Delete or SectionKind.Update;

    private static IEnumerable<string> Entry(DiffSection section, DiffEntry entry, MarkdownDetail detail, bool full)
    {
        yield return $"{Sign(section.Words)} {Titles.Of(entry)}";
        foreach (var note in Titles.Notes(entry.Change, full))
        {
            yield return $"#     {note}";
        }
        if (detail != MarkdownDetail.Values)
        {
            yield break;
        }
        foreach (var line in entry.Change.Inputs.Concat(entry.Change.Settings).Where(change => full || change.Fold == Fold.None).SelectMany(change => Change(change, full)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Change(PropertyChange change, bool full)
    {
        var path = OneLine.Of(change.Path.Shown);
        if (TextExcerpt.IsFor(change))
        {
            return [$"      {path}:", .. TextExcerpt.Of(change, full).Select(static line => $"{(line.Mark == '…' ? '#' : line.Mark)}       {line.Line}")];
        }
        var (before, after) = ValueText.Pair(change.Before ?? PlanValue.Null.Instance, change.After ?? PlanValue.Null.Instance, full);
        return change.Kind switch
        {
            PropertyChangeKind.Add => [$"+     {path}: {after}"],
            PropertyChangeKind.Remove => [$"-     {path}: {before}"],
            PropertyChangeKind.Reorder => [$"-     {path}, in this order: {before}", $"+     {path}, in this order: {after}"],
            _ => [$"-     {path}: {before}", $"+     {path}: {after}"],
        };
    }

    // GitHub colours a line of a diff by its first character.
    private static string Sign(KindWords words) => words.Kind switch
    {
        ChangeKind.Create or ChangeKind.Import => "+",
        ChangeKind.Delete => "-",
        _ => "!",
    };
}
