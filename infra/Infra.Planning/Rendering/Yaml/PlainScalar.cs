using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Planning.Rendering.Yaml;

/// <summary>
/// Which text may stand without quotes. kubectl and Helm read YAML 1.1, where <c>yes</c>, <c>0x1F</c>, <c>1_000</c>,
/// <c>12:30</c> and <c>2026-01-01</c> are no text: only what no parser takes for anything else goes without quotes.
/// </summary>
internal static partial class PlainScalar
{
    private static readonly FrozenSet<string> _words =
        FrozenSet.ToFrozenSet(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What ends a key, begins a comment, or might be folded.</summary>
    private static readonly ImmutableArray<string> _separators = [": ", " #", "  "];

    public static bool IsSafe(string text) => text.Length > 0 && (char.IsAsciiDigit(text[0]) ? Quantity().IsMatch(text) : IsWord(text));

    // Every text of a manifest comes by here, so no pattern: a regular expression that several threads use allocates.
    private static bool IsWord(string text) =>
        StartsAsWord(text)
        && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && text[^1] is not (':' or ' ')
        && !_separators.Any(text.Contains)
        && !_words.Contains(text);

    /// <summary>With a letter, a slash, an underscore or the dashes of an option.</summary>
    private static bool StartsAsWord(ReadOnlySpan<char> text)
    {
        var name = text.StartsWith("--") ? text[2..] : text.StartsWith("-") ? text[1..] : text;
        return !name.IsEmpty && (char.IsAsciiLetter(name[0]) || (name.Length == text.Length && name[0] is '/' or '_'));
    }

    /// <summary>Amounts and times with a unit, as Kubernetes writes them: <c>4Gi</c>, <c>500m</c>, <c>30s</c>.</summary>
    [GeneratedRegex(@"\A[0-9]+(?:\.[0-9]+)?(?:m|k|Ki|Mi|Gi|Ti|Pi|s|h|d|ms)\z")]
    private static partial Regex Quantity();
}
