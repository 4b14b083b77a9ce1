using System.Collections.Immutable;
using Infra.Planning.Rendering.Html.Sections;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html;

/// <summary>
/// Everything that is known of a plan, on one page that needs nothing else: no network, no files beside it, no script to be read. A policy
/// in its head forbids whatever isn't the page's own, should a name from a plan ever get out of its quotes.
/// </summary>
public static class HtmlReport
{
    private static readonly ImmutableArray<IReportSection> _sections =
    [
        new ChangesSection(),
        new TopologySection(),
        new PlacementSection(),
        new CostSection(),
        new FindingsSection(),
        new ResourcesSection(),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="review">What is known.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(PlanReview review, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(output);
        var html = new HtmlWriter(output);
        var sections = _sections.Where(section => section.IsIn(review)).ToList();
        html.DocumentType();
        using var page = html.In("html", ("lang", "en"));
        WriteHead(html, review);
        using var body = html.In("body");
        html.Element("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
        WriteHeader(html, review);
        WriteLinks(html, sections);
        using (html.In("main", ("id", "report")))
        {
            foreach (var section in sections)
            {
                using var part = html.In("section", ("id", section.Id), ("aria-labelledby", $"{section.Id}-title"));
                html.Element("h2", section.Title, ("id", $"{section.Id}-title"));
                section.Write(html, review);
            }
        }

        using (html.In("footer"))
        {
            html.Element("p", "Computed from the plan alone, without an account or a cluster: what only an update can tell is said to be unknown. Costs are list prices.");
        }

        html.Asset(ReportAsset.Script);
    }

    private static void WriteHead(HtmlWriter html, PlanReview review)
    {
        using var head = html.In("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {ReportAsset.Style.Hash}; script-src {ReportAsset.Script.Hash}; base-uri 'none'; form-action 'none'"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Element("title", $"{review.Plan.Stack} · {review.Plan.Project}");
        html.Asset(ReportAsset.Style);
    }

    private static void WriteHeader(HtmlWriter html, PlanReview review)
    {
        using var header = html.In("header");
        html.Element("h1", review.Plan.Stack);
        html.Element("p", review.Comparison is { } comparison ? $"{review.Plan.Project}, compared with {comparison.Base}" : review.Plan.Project);
        OverviewTiles.Write(html, review);
    }

    private static void WriteLinks(HtmlWriter html, IEnumerable<IReportSection> sections)
    {
        using var nav = html.In("nav", ("aria-label", "Sections"));
        using var list = html.In("ul");
        foreach (var section in sections)
        {
            using var item = html.In("li");
            html.Element("a", section.Title, ("href", $"#{section.Id}"));
        }
    }
}
