using Infra.Core;
using Infra.Planning.Model;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>All resources below their parents, with their inputs; a search where scripts may run.</summary>
internal sealed class ResourcesSection : IReportSection
{
    public string Id => "resources";

    public string Title => "Resources";

    public void Write(HtmlWriter html, PlanReview review)
    {
        html.Note(string.Join(" · ", PlanSummary.Of(review.Plan).Groups.Select(static group => $"{group.Label}: {group.Count:N0}")));
        WriteSearch(html);
        using (html.In("ul", ("class", "tree"), ("id", "tree")))
        {
            new ResourceRows(html, review).Write();
        }
    }

    // Hidden, until a script shows it that can do what it promises.
    private static void WriteSearch(HtmlWriter html)
    {
        using var search = html.In("div", ("class", "search"), ("id", "search"), ("role", "search"), ("hidden", ""));
        html.Element("label", "Search in types, names and values", ("for", "search-text"));
        html.Void("input", ("type", "search"), ("id", "search-text"), ("autocomplete", "off"), ("spellcheck", "false"));
        html.Element("button", "Open all", ("type", "button"), ("data-open", ""));
        html.Element("button", "Close all", ("type", "button"), ("data-close", ""));
        html.Element("output", "", ("for", "search-text"));
    }
}
