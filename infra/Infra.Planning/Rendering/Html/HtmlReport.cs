using System.Collections.Immutable;
using Infra.Planning.Rendering.Html.Sections;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html;

/// <summary>Everything that is known of a plan, on one page.</summary>
public static class HtmlReport
{
    private const string Footer = "Computed from the plan alone, without an account or a cluster: what only an update can tell is said to be unknown. Costs are list prices.";

    private static readonly ImmutableArray<IReportSection> _first = [new ChangesSection(), new TopologySection(), new PlacementSection(), new CostSection()];
    private static readonly ImmutableArray<IReportSection> _last = [new FindingsSection(), new ResourcesSection()];

    /// <summary>Writes the page.</summary>
    /// <param name="review">What is known.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(PlanReview review, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(output);
        var (plan, compared) = (review.Plan, review.Comparison is { } comparison ? $", compared with {comparison.Base}" : "");
        var sections = _first.Concat(review.Additions.Select(addition => addition.Section)).Concat(_last).Where(section => section.IsIn(review));
        new HtmlPage($"{plan.Stack} · {plan.Project}", plan.Stack, $"{plan.Project}{compared}", Footer) { HasSearch = true }.Write(
            output,
            [.. sections.Select(section => (section.Id, section.Title, (Action<HtmlWriter>)(html => section.Write(html, review))))],
            html => OverviewTiles.Write(html, review));
    }
}
