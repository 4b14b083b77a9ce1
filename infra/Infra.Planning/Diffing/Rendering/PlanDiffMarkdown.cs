using System.Text;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>A diff for a pull request. Nothing that stands in a plan is Markdown, and it is never longer than it may be.</summary>
public static class PlanDiffMarkdown
{
    /// <summary>Characters of a comment on GitHub: it answers "body is too long (maximum is 65536 characters)" to more (telia-oss/github-pr-resource#259, danger/danger#424; read 2026-11-22).</summary>
    public const int CommentLimit = 65_536;

    /// <param name="full">Everything for itself, folded values and sources of facts too, as far as the limit allows.</param>
    /// <param name="limit">Characters; what doesn't fit is folded, in the order of <c>docs/diff.md</c>.</param>
    public static string Render(PlanDiff diff, bool full = false, int limit = CommentLimit)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var head = Head(diff);
        var sections = DiffSections.Of(diff, full).ToList();
        var tail = Tail(diff, full);
        for (var steps = 0; steps <= MarkdownSteps.Count; steps++)
        {
            var note = steps == 0 ? "" : "\nThis is shortened to fit into a comment; `./run diff` shows all of it.\n";
            var text = head + string.Concat(sections.Select(section => MarkdownSection.Of(section, MarkdownSteps.Of(section.Kind, steps), full))) + tail + note;
            if (text.Length <= limit)
            {
                return text;
            }
        }
        return LossesOnly(head, limit);
    }

    private static string Head(PlanDiff diff)
    {
        var text = new StringBuilder($"### Diff: {diff.Summary}\n");
        var losses = diff.Losses.Select(static change => "- " + Titles.Loss(change)).ToList();
        if (losses.Count > 0)
        {
            text.Append($"\n> [!CAUTION]\n> **Data may be lost** with {Titles.Text(losses.Count)} of these resources.\n\n{MarkdownFence.Of("diff", losses)}");
        }
        return text.ToString();
    }

    private static string Tail(PlanDiff diff, bool full)
    {
        string[] lines = [.. full ? [] : FoldedCounts.Of(diff), .. FoldedCounts.Hidden(diff)];
        return lines.Length == 0 ? "" : $"\nNot shown: {string.Join("; ", lines)}.\n";
    }

    // Thousands of losses at once: as many of them as fit. The summary has the number of all.
    private static string LossesOnly(string head, int limit)
    {
        const string note = "\nThere is more than a comment can hold; `./run diff` shows all of it.\n";
        var room = limit - note.Length;
        return (head.Length <= room ? head : CutHead(head, room)) + note;
    }

    // The fence of the losses is the end of the head; it is closed again after the last line that fits.
    private static string CutHead(string head, int room)
    {
        var fence = head[(head.TrimEnd('\n').LastIndexOf('\n') + 1)..];
        var end = head.LastIndexOf('\n', Math.Max(0, Math.Min(head.Length, room) - fence.Length - 1));
        return head[..(end + 1)] + fence;
    }
}
