namespace Infra.Planning.Rendering;

/// <summary>Lines without colour: the same bytes on every system and terminal.</summary>
public static class PlainText
{
    public static string Of(IEnumerable<TextLine> lines) => string.Concat(lines.Select(static l => $"{l}\n"));
}
