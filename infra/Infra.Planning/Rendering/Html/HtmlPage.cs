namespace Infra.Planning.Rendering.Html;

/// <summary>
/// A page that needs nothing else: no network, no files beside it, no script to be read. A policy in its head forbids whatever isn't the
/// page's own, should a name from a plan ever get out of its quotes.
/// </summary>
/// <param name="Title">What a browser calls it.</param>
/// <param name="Heading">What stands above everything.</param>
/// <param name="Line">What stands below that.</param>
/// <param name="Footer">What stands at the end.</param>
internal sealed record HtmlPage(string Title, string Heading, string Line, string Footer)
{
    /// <summary>Whether it has a tree to search in, which takes a script; any other page has none.</summary>
    public bool HasSearch { get; init; }

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="sections">Its parts: what links lead to, what stands above them, and who writes what stands below.</param>
    /// <param name="header">Writes more into the head of the page.</param>
    public void Write(TextWriter output, IReadOnlyList<(string Id, string Title, Action<HtmlWriter> Write)> sections, Action<HtmlWriter>? header = null)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using var page = html.In("html", ("lang", "en"));
        WriteHead(html);
        using var body = html.In("body");
        html.Element("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
        using (html.In("header"))
        {
            html.Element("h1", Heading);
            html.Element("p", Line);
            header?.Invoke(html);
        }

        WriteLinks(html, sections);
        using (html.In("main", ("id", "report")))
        {
            foreach (var (id, title, write) in sections)
            {
                using var part = html.In("section", ("id", id), ("aria-labelledby", $"{id}-title"));
                html.Element("h2", title, ("id", $"{id}-title"));
                write(html);
            }
        }

        using (html.In("footer"))
        {
            html.Element("p", Footer);
        }

        if (HasSearch)
        {
            html.Asset(ReportAsset.Script);
        }
    }

    private void WriteHead(HtmlWriter html)
    {
        var scripts = HasSearch ? $"script-src {ReportAsset.Script.Hash}; " : "";
        using var head = html.In("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {ReportAsset.Style.Hash}; {scripts}base-uri 'none'; form-action 'none'"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Element("title", Title);
        html.Asset(ReportAsset.Style);
    }

    private static void WriteLinks(HtmlWriter html, IEnumerable<(string Id, string Title, Action<HtmlWriter> Write)> sections)
    {
        using var nav = html.In("nav", ("aria-label", "Sections"));
        using var list = html.In("ul");
        foreach (var (id, title, _) in sections)
        {
            using var item = html.In("li");
            html.Element("a", title, ("href", $"#{id}"));
        }
    }
}
