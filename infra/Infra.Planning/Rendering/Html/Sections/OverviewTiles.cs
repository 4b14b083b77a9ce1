using Infra.Core;
using Infra.Planning.Costs.Rendering;
using Infra.Planning.Diffing;
using Infra.Planning.Policies;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>The answer of each engine in a few words, with a colour for what needs somebody.</summary>
internal static class OverviewTiles
{
    public static void Write(HtmlWriter html, PlanReview review)
    {
        using var tiles = html.In("dl", ("class", "tiles"));
        if (review.Comparison is { } comparison)
        {
            var losses = comparison.Diff.Losses.Count();
            Tile(html, "Changes", Changed(comparison.Diff), losses > 0 ? "bad" : null, losses > 0 ? $"data may be lost with {losses:N0}" : $"{Counted.Of(comparison.Diff.Unchanged, "resource")} unchanged");
        }

        Placement(html, review);
        Cost(html, review);
        Policy(html, review.Policy);
        var components = review.Plan.Resources.Count(static r => r.Kind == Model.ResourceKind.Component);
        Tile(html, "Resources", $"{review.Plan.Resources.Count:N0}", null, $"in {Counted.Of(components, "component")}");
    }

    private static void Tile(HtmlWriter html, string title, string figure, string? colour, string rest)
    {
        using var tile = html.In("div");
        html.Element("dt", title).Element("dd", figure, ("class", colour is null ? "figure" : $"figure {colour}")).Element("dd", rest);
    }

    private static string Changed(PlanDiff diff)
    {
        var kinds = KindWords.All.Select(kind => (kind.Doing, Count: diff.Count(kind.Kind))).Where(static kind => kind.Count > 0).Select(static kind => $"{kind.Count:N0} {kind.Doing}").ToList();
        return kinds.Count == 0 ? "No changes" : string.Join(", ", kinds);
    }

    private static void Placement(HtmlWriter html, PlanReview review)
    {
        var placement = review.Placement;
        var missing = placement.States.Where(static state => state.Name != "update").Max(static state => state.Unplaced.Where(static pods => !pods.MayWait).Sum(static pods => pods.Count));
        Tile(
            html,
            "Placement",
            missing == 0 ? "Every pod fits" : $"{Counted.Of(missing, "pod")} without a node",
            missing == 0 ? "good" : "bad",
            $"{Counted.Of(placement.Minimum.Nodes.Length, "node")} at minimum, {placement.Maximum.Nodes.Length} at maximum");
    }

    private static void Cost(HtmlWriter html, PlanReview review)
    {
        var cost = review.Cost;
        var delta = review.Comparison?.Cost is { } change && (change.AtMinimum != 0 || change.AtMaximum != 0)
            ? $"{Money.Change(change.AtMinimum)} to {Money.Change(change.AtMaximum)} a month"
            : cost.Unpriced.Count > 0 ? $"a month; {cost.Unpriced.Count} without a price" : "a month";
        Tile(html, "Cost", $"{Money.Whole(cost.AtMinimum)} – {Money.Whole(cost.AtMaximum)}", null, delta);
    }

    private static void Policy(HtmlWriter html, PolicyReport policy)
    {
        var (errors, warnings) = (policy.Count(PolicySeverity.Error), policy.Count(PolicySeverity.Warning));
        string[] words = [.. errors > 0 ? [Counted.Of(errors, "error")] : Array.Empty<string>(), .. warnings > 0 ? [Counted.Of(warnings, "warning")] : Array.Empty<string>()];
        var suppressed = policy.Suppressed.Count();
        Tile(
            html,
            "Policy",
            words.Length == 0 ? "Nothing to mend" : string.Join(", ", words),
            errors > 0 ? "bad" : warnings > 0 ? "warn" : "good",
            $"{Counted.Of(policy.Rules, "rule")}{(suppressed > 0 ? $"; {suppressed} suppressed" : "")}");
    }
}
