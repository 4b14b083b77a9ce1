using Infra.Core;
using Infra.Planning.Diffing;
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
        html.Note(diff.IsEmpty ? $"Nothing changes compared with {name}." : $"{diff.Summary} Compared with {name}.");
        WriteLosses(html, [.. diff.Losses]);
        using var list = html.In("div");
        foreach (var change in diff.Changes.Take(Most))
        {
            ChangeFold.Write(html, change);
        }

        if (diff.Changes.Count > Most)
        {
            html.Note($"and {Counted.Of(diff.Changes.Count - Most, "more change")}; './run diff' lists all.");
        }
    }

    private static void WriteLosses(HtmlWriter html, List<ResourceChange> losses)
    {
        if (losses.Count == 0)
        {
            return;
        }

        using var box = html.In("div", ("class", "loss"));
        html.Element("h3", losses.Count == 1 ? "Data would be lost" : $"Data would be lost in {losses.Count} places");
        using var list = html.In("ul");
        foreach (var loss in losses.Take(Most))
        {
            using var item = html.In("li");
            html.Element("strong", $"{ChangeWord.Of(loss.Kind).Name} {TypeLabel.Of(loss.Urn.Type)} {loss.Urn.Name}").Text($": {loss.Loss!.What}. {GuardOf(loss.Loss.Guard)}");
        }
    }

    private static string GuardOf(LossGuard guard) => guard switch
    {
        LossGuard.Protected => "It is protected: Pulumi refuses the whole update.",
        LossGuard.Provider => "The provider refuses, or takes a snapshot first, as long as the resource says so.",
        LossGuard.Retained => "The old one stays, and nobody manages it any more.",
        _ => "Nothing keeps them.",
    };
}
