using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>What becomes of the resources: data that would be lost first, then replacements, each with its reasons.</summary>
internal sealed class ChangesSection : IReportSection
{
    private const int Most = 300;

    public string Id => "changes";

    public string Title => "Changes";

    public bool IsIn(PlanReview review) => review.Comparison is not null;

    public void Write(HtmlWriter html, PlanReview review)
    {
        var (name, diff, _) = review.Comparison!;
        html.Note($"Compared with {name}: {diff.Summary}.");
        WriteLosses(html, [.. diff.Losses]);
        foreach (var section in DiffSections.Of(diff, full: false))
        {
            html.Element("h3", $"{section.Heading} ({section.Count:N0})");
            using var list = html.In("div");
            foreach (var entry in section.Entries.Take(Most))
            {
                ChangeFold.Write(html, section, entry);
            }

            if (section.Entries.Count > Most)
            {
                html.Note($"and {Counted.Of(section.Entries.Skip(Most).Sum(static entry => entry.Count), "more change")}; './run diff' lists all.");
            }
        }

        WriteRest(html, diff);
    }

    private static void WriteLosses(HtmlWriter html, List<ResourceChange> losses)
    {
        if (losses.Count == 0)
        {
            return;
        }

        using var box = html.In("div", ("class", "loss"));
        html.Element("h3", "Data loss", ("class", "bad"));
        using var list = html.In("ul");
        foreach (var loss in losses.Take(Most))
        {
            html.Element("li", $"{Titles.Loss(loss)}.");
        }

        if (losses.Count > Most)
        {
            html.Element("li", $"and {losses.Count - Most:N0} more");
        }
    }

    private static void WriteRest(HtmlWriter html, PlanDiff diff)
    {
        List<string> folded = [.. FoldedCounts.Of(diff)];
        if (folded.Count > 0)
        {
            html.Note($"Not shown: {string.Join("; ", folded)}. './run diff --full' shows them.");
        }

        foreach (var line in FoldedCounts.Hidden(diff))
        {
            html.Note($"{line}.");
        }
    }
}
