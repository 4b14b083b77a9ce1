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

    /// <summary>What an engine says in a line, as a sentence below its own title.</summary>
    public static HtmlWriter Summary(this HtmlWriter html, string summary, string rest = "")
    {
        var words = summary[(summary.IndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
        return html.Note($"{Sentence(words)}{rest}");
    }

    /// <summary>Words with what makes them a sentence.</summary>
    public static string Sentence(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}{(words.EndsWith('.') ? "" : ".")}";

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
