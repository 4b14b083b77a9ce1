using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>What differs between two texts, with a few lines around it, as <c>diff -u</c> shows it.</summary>
public static class LineDiff
{
    private const int Around = 2;

    public static IEnumerable<TextLine> Render(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Enumerable.Range(Math.Max(i - Around, 0), Math.Min(i + Around, lines.Count - 1) - Math.Max(i - Around, 0) + 1).Any(near => lines[near].Type != ChangeType.Unchanged))
            {
                continue;
            }

            if (shown >= 0 && shown < i - 1)
            {
                yield return TextLine.Of("  …", TextRole.Guide);
            }

            shown = i;
            yield return lines[i].Type switch
            {
                ChangeType.Inserted => TextLine.Of($"+ {lines[i].Text}", TextRole.Create),
                ChangeType.Deleted => TextLine.Of($"- {lines[i].Text}", TextRole.Delete),
                _ => TextLine.Of($"  {lines[i].Text}"),
            };
        }
    }
}
