namespace Infra.Planning.Rendering.Html;

/// <summary>An element that is open until this is disposed of.</summary>
internal readonly ref struct HtmlElement(HtmlWriter writer)
{
    public void Dispose() => writer.End();
}
