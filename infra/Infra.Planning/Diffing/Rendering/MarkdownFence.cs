namespace Infra.Planning.Diffing.Rendering;

/// <summary>
/// A fenced block: the one place in Markdown where text from a pull request is only text. Mentions, links, HTML and images do nothing in it
/// (GitHub Flavored Markdown, section 4.5: the content of a fence isn't parsed), and no line of it can end it.
/// </summary>
internal static class MarkdownFence
{
    private const int Shortest = 3;

    public static string Of(string language, IReadOnlyCollection<string> lines)
    {
        var fence = new string('`', Math.Max(Shortest, lines.Select(LongestRun).Append(0).Max() + 1));
        return $"{fence}{language}\n{string.Concat(lines.Select(static line => OneLine.Of(line).TrimEnd() + "\n"))}{fence}\n";
    }

    private static int LongestRun(string line)
    {
        var (longest, run) = (0, 0);
        foreach (var c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
