using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>What differs between two texts of several lines, with some lines around.</summary>
internal static class TextExcerpt
{
    private const int Around = 2;
    private const int MaxLines = 40;

    /// <summary>Whether a change is better told in lines.</summary>
    public static bool IsFor(PropertyChange change) =>
        change is { Kind: PropertyChangeKind.Change, Before: PlanValue.String { Value: var old }, After: PlanValue.String { Value: var asked } } && (old.Contains('\n') || asked.Contains('\n'));

    /// <returns>A mark (<c>+</c>, <c>-</c>, blank, or <c>…</c> for lines left out) and the line.</returns>
    public static IReadOnlyList<(char Mark, string Line)> Of(PropertyChange change, bool full)
    {
        var lines = InlineDiffBuilder.Diff(((PlanValue.String)change.Before!).Value, ((PlanValue.String)change.After!).Value, ignoreWhiteSpace: false).Lines;
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
            {
                Array.Fill(near, true, Math.Max(0, i - Around), Math.Min(lines.Count, i + Around + 1) - Math.Max(0, i - Around));
            }
        }
        var shown = new List<(char, string)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (near[i])
            {
                shown.Add((Mark(lines[i].Type), OneLine.Of(lines[i].Text)));
            }
            else if (shown.Count > 0 && shown[^1].Item1 != '…')
            {
                shown.Add(('…', ""));
            }
        }
        if (shown.Count > 0 && shown[^1].Item1 == '…')
        {
            shown.RemoveAt(shown.Count - 1);
        }
        return full || shown.Count <= MaxLines ? shown : [.. shown.Take(MaxLines), ('…', $"{shown.Count - MaxLines} more lines")];
    }

    private static char Mark(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
