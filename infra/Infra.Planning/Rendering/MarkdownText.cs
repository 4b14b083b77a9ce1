using System.Text;

namespace Infra.Planning.Rendering;

/// <summary>Text in Markdown that must mean nothing there: names come from pull requests, and nobody vouches for them.</summary>
public static class MarkdownText
{
    // What GitHub makes something of: emphasis, code, links, tables, HTML, mentions, references to issues.
    private const string Special = "\\`*_{}[]()<>#+!|~@&$";

    /// <summary>The text on one line, with nothing in it that Markdown or GitHub would read.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r' || char.IsControl(letter))
            {
                escaped.Append(' ');
            }
            else if (letter == '@')
            {
                // Neither a backslash nor an entity keeps GitHub from telling somebody; a space of no width does.
                escaped.Append("@\u200b");
            }
            else if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\').Append(letter);
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }
}
