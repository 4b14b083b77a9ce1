namespace Infra.Planning.Rendering.Html;

/// <summary>What several sections write.</summary>
internal static class HtmlParts
{
    /// <summary>A cell of text.</summary>
    public static HtmlWriter Cell(this HtmlWriter html, string text, string? style = null) => html.Element("td", text, ("class", style));

    /// <summary>A cell of a number.</summary>
    public static HtmlWriter Number(this HtmlWriter html, string text) => html.Cell(text, "number");

    /// <summary>The cell that says what its row is about.</summary>
    public static HtmlWriter RowHead(this HtmlWriter html, string text) => html.Element("th", text, ("scope", "row"));

    public static HtmlWriter Note(this HtmlWriter html, string text) => html.Element("p", text, ("class", "note"));

    /// <summary>A word in a frame; its colour says nothing that the word doesn't.</summary>
    public static HtmlWriter Tag(this HtmlWriter html, string word, string colour) => html.Element("span", word, ("class", $"tag {colour}"));

    /// <summary>Something that is closed until somebody wants to see it.</summary>
    public static HtmlElement Fold(this HtmlWriter html, string summary)
    {
        var fold = html.In("details");
        html.Element("summary", summary);
        return fold;
    }
}
