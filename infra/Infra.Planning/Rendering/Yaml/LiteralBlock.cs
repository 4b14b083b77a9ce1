namespace Infra.Planning.Rendering.Yaml;

/// <summary>Which text of several lines may be written as it is, below a <c>|</c>, and come back as it was.</summary>
internal static class LiteralBlock
{
    public static bool IsSafe(string text) =>
        text.Contains('\n')
        && text[0] is not (' ' or '\t' or '\n')
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(IsPrintable)
        && !text.Split('\n').Any(static line => line.EndsWith(' '));

    // Line breaks other than \n, tabs and what YAML calls unprintable would be lost or changed.
    private static bool IsPrintable(char c) => c is '\n' or (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u1FFF') or (>= '\u2030' and <= '\uD7FF');
}
