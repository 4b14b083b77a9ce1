using System.Text;

namespace Infra.Core.Configuration;

/// <summary>Makes text from a document fit to be shown in a one-line message.</summary>
public static class Shown
{
    /// <summary>Longer text is cut, in characters: a value that long is either a mistake or none of the log's business.</summary>
    public const int MaxLength = 60;

    private const int MaxNames = 16;

    /// <summary>The text on one line: cut, with what would break the line, command a terminal or turn the direction of writing escaped.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">Where it is cut, in characters.</param>
    public static string Line(string text, int maxLength = MaxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(maxLength))
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || IsFormat(rune.Value))
            {
                line.Append($"\\u{rune.Value:x4}");
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return text.EnumerateRunes().Skip(maxLength).Any() ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary>The text in single quotes, made fit by <see cref="Line"/>.</summary>
    /// <param name="text">Any text.</param>
    public static string Quoted(string text) => $"'{Line(text)}'";

    /// <summary>The text as it is, but with what would command a terminal or turn the direction of writing escaped; line breaks and tabs stay.</summary>
    /// <param name="text">Any text, of any number of lines.</param>
    public static string OnTerminal(string text)
    {
        if (!text.Any(IsDangerous))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var c in text)
        {
            shown.Append(IsDangerous(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return shown.ToString();
    }

    private static bool IsDangerous(char c) => c is not ('\n' or '\t') && (char.IsControl(c) || IsFormat(c));

    // Line and paragraph separators; marks, embeddings, overrides and isolates of bidirectional text.
    private static bool IsFormat(int c) => c is 0x2028 or 0x2029 or 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Names separated by commas, in the order given; after the sixteenth only their number.</summary>
    /// <param name="names">The names a user may choose from.</param>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToArray();
        if (all.Length == 0)
        {
            return "(none)";
        }

        var shown = string.Join(", ", all.Take(MaxNames).Select(name => Line(name)));
        return all.Length <= MaxNames ? shown : $"{shown} and {all.Length - MaxNames} more";
    }
}
