using System.Text;

namespace Infra.Core.Configuration;

/// <summary>Makes text from a document fit to be shown in a one-line message.</summary>
public static class Shown
{
    /// <summary>Longer text is cut, in characters: a value that long is either a mistake or none of the log's business.</summary>
    public const int MaxLength = 60;

    private const int MaxNames = 16;

    /// <summary>The text on one line: cut at <see cref="MaxLength"/>, control characters and broken surrogates escaped.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(MaxLength))
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is 0x2028 or 0x2029)
            {
                line.Append($"\\u{rune.Value:x4}");
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return text.EnumerateRunes().Skip(MaxLength).Any() ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary>The text in single quotes, made fit by <see cref="Line"/>.</summary>
    /// <param name="text">Any text.</param>
    public static string Quoted(string text) => $"'{Line(text)}'";

    /// <summary>Names separated by commas, in the order given; after the sixteenth only their number.</summary>
    /// <param name="names">The names a user may choose from.</param>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToArray();
        if (all.Length == 0)
        {
            return "(none)";
        }

        var shown = string.Join(", ", all.Take(MaxNames));
        return all.Length <= MaxNames ? shown : $"{shown} and {all.Length - MaxNames} more";
    }
}
