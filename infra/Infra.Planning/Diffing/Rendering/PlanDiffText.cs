using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>A diff as text: what is lost, then every kind of change, then what is folded.</summary>
public static class PlanDiffText
{
    private const string Indent = "    ";

    /// <param name="full">Everything for itself, folded values and sources of facts too.</param>
    public static IEnumerable<TextLine> Render(PlanDiff diff, bool full = false)
    {
        ArgumentNullException.ThrowIfNull(diff);
        yield return TextLine.Of(diff.Summary, TextRole.Heading);
        foreach (var line in Losses(diff).Concat(DiffSections.Of(diff, full).SelectMany(section => Section(section, full))).Concat(Rest(diff, full)))
        {
            yield return line;
        }
    }

    private static IEnumerable<TextLine> Losses(PlanDiff diff)
    {
        var losses = diff.Losses.ToList();
        return losses.Count == 0 ? [] : [TextLine.Empty, TextLine.Of("DATA LOSS", TextRole.Error), .. losses.Select(static change => TextLine.Of("! " + Titles.Loss(change), TextRole.Error))];
    }

    private static IEnumerable<TextLine> Section(DiffSection section, bool full)
    {
        yield return TextLine.Empty;
        yield return TextLine.Of($"{section.Heading} ({Titles.Text(section.Count)})", TextRole.Heading);
        foreach (var entry in section.Entries)
        {
            yield return TextLine.Of(new TextSegment(section.Words.Mark, section.Words.Role), new(" " + Titles.Of(entry)));
            foreach (var note in Titles.Notes(entry.Change, full))
            {
                yield return TextLine.Of(Indent + note, TextRole.Warning);
            }
            foreach (var line in entry.Change.Inputs.Concat(entry.Change.Settings).Where(change => full || change.Fold == Fold.None).SelectMany(change => Change(change, full)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<TextLine> Change(PropertyChange change, bool full)
    {
        var path = $"{Indent}{OneLine.Of(change.Path.Shown)}: ";
        if (TextExcerpt.IsFor(change))
        {
            return [TextLine.Of(path.TrimEnd()), .. TextExcerpt.Of(change, full).Select(static line => TextLine.Of(
                $"{Indent}  {line.Mark} {line.Line}", line.Mark == '+' ? TextRole.Create : line.Mark == '-' ? TextRole.Delete : TextRole.Plain))];
        }
        var fold = change.Fold == Fold.None ? "" : $"  ({FoldWords.Of(change.Fold)})";
        return [TextLine.Of([new(path), .. Values(change, full), new(fold, TextRole.Guide)])];
    }

    private static TextSegment[] Values(PropertyChange change, bool full)
    {
        var (before, after) = ValueText.Pair(change.Before ?? PlanValue.Null.Instance, change.After ?? PlanValue.Null.Instance, full);
        return change.Kind switch
        {
            PropertyChangeKind.Add => [new("+ " + after, TextRole.Create)],
            PropertyChangeKind.Remove => [new("- " + before, TextRole.Delete)],
            PropertyChangeKind.Reorder => [new("other order: "), new(before, TextRole.Delete), new(" → "), new(after, TextRole.Create)],
            _ => [new(before, TextRole.Delete), new(" → "), new(after, TextRole.Create)],
        };
    }

    private static IEnumerable<TextLine> Rest(PlanDiff diff, bool full)
    {
        if (full && diff.Quiet.Count > 0)
        {
            yield return TextLine.Empty;
            yield return TextLine.Of($"Unchanged, as far as can be told ({Titles.Text(diff.Quiet.Count)})", TextRole.Heading);
            foreach (var change in diff.Quiet)
            {
                yield return TextLine.Of("  " + Titles.Of(change.Resource));
                foreach (var line in change.Inputs.Concat(change.Settings).SelectMany(value => Change(value, full)))
                {
                    yield return line;
                }
            }
        }
        var folded = full ? [] : FoldedCounts.Of(diff).ToList();
        if (folded.Count > 0)
        {
            yield return TextLine.Empty;
            yield return TextLine.Of("Folded (--full shows them)", TextRole.Heading);
            foreach (var line in folded)
            {
                yield return TextLine.Of("  " + line);
            }
        }
        var hidden = FoldedCounts.Hidden(diff).ToList();
        if (hidden.Count > 0)
        {
            yield return TextLine.Empty;
        }
        foreach (var line in hidden)
        {
            yield return TextLine.Of(line, TextRole.Unknown);
        }
    }
}
