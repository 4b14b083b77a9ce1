using System.Text.RegularExpressions;

namespace Infra.TestKit.Prometheus;

/// <summary>The words of an expression of PromQL, by what they are.</summary>
public static partial class PromQlWords
{
    private static readonly HashSet<string> _keywords =
        ["by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset", "inf", "nan"];

    /// <summary>Functions and aggregations that it calls.</summary>
    /// <param name="expression">The expression.</param>
    public static IEnumerable<string> Functions(string expression) => Calls().Matches(Bare(expression)).Select(match => match.Groups[1].Value).Where(word => !_keywords.Contains(word));

    /// <summary>Series that it reads.</summary>
    /// <param name="expression">The expression.</param>
    public static IEnumerable<string> Series(string expression) => Words().Matches(Labels().Replace(Bare(expression), " ")).Select(match => match.Value).Where(word => !_keywords.Contains(word));

    /// <summary>Lengths of its ranges in seconds.</summary>
    /// <param name="expression">The expression.</param>
    public static IEnumerable<int> RangeSeconds(string expression) => Ranges().Matches(expression).Select(range => Parts().Matches(range.Groups[1].Value).Sum(part => int.Parse(part.Groups[1].Value) * part.Groups[2].Value switch
    {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86_400,
        var unit => throw new InvalidOperationException($"{unit} in {expression}"),
    }));

    // Strings, selectors and ranges aside.
    private static string Bare(string expression) => Ranges().Replace(Selectors().Replace(Strings().Replace(expression, "\"\""), " "), " ");

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\[([0-9a-z]+)(:[0-9a-z]*)?\]")]
    private static partial Regex Ranges();

    [GeneratedRegex("([0-9]+)([a-z]+)")]
    private static partial Regex Parts();

    [GeneratedRegex(@"([a-zA-Z_][a-zA-Z0-9_]*)\s*(?:by\s*\([^)]*\)|without\s*\([^)]*\))?\s*\(")]
    private static partial Regex Calls();

    // Lists of labels, and the names of functions.
    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|[a-zA-Z_][a-zA-Z0-9_]*\s*(?=\()")]
    private static partial Regex Labels();

    [GeneratedRegex("(?<![0-9.])[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Words();
}
