using Infra.Core.Configuration;

namespace Infra.Planning.Rendering.Html;

/// <summary>
/// Writes HTML in which every text is a text: whatever comes from a plan is escaped, because names in it may be a stranger's. The only
/// things that go out as they are, are this assembly's own style sheet and script.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private readonly Stack<string> _open = [];

    /// <summary>Starts an element; what is returned ends it.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Those without a value are left out.</param>
    public HtmlElement In(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _open.Push(element);
        return new HtmlElement(this);
    }

    /// <summary>An element of text only.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        Text(text);
        Finish(element);
        return this;
    }

    /// <summary>An element that has no end, as <c>meta</c> and <c>input</c>.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        return this;
    }

    public HtmlWriter Text(string text)
    {
        Escape(Shown.OnTerminal(text));
        return this;
    }

    /// <summary>A style sheet or script of this assembly.</summary>
    public void Asset(ReportAsset asset)
    {
        Start(asset.Element, []);
        output.Write(asset.Text);
        Finish(asset.Element);
    }

    public void DocumentType() => output.Write("<!doctype html>\n");

    internal void End() => Finish(_open.Pop());

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            output.Write(name);
            if (value.Length > 0)
            {
                output.Write("=\"");
                Escape(Shown.OnTerminal(value));
                output.Write('"');
            }
        }

        output.Write('>');
    }

    private void Finish(string element)
    {
        output.Write("</");
        output.Write(element);
        output.Write(IsBlock(element) ? ">\n" : ">");
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\"'") is var at and >= 0)
        {
            output.Write(text[..at]);
            output.Write(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(at + 1)..];
        }

        output.Write(text);
    }

    // A line break after these is no space between words, and the page's source is one that people can read.
    private static bool IsBlock(string element) =>
        element is "html" or "head" or "body" or "title" or "style" or "script" or "header" or "nav" or "main" or "footer" or "section" or "div" or "dl" or "p" or "h1" or "h2" or "h3"
            or "ul" or "ol" or "li" or "table" or "caption" or "thead" or "tbody" or "tr" or "details" or "summary" or "pre";
}
