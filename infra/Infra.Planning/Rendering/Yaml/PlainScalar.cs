using System.Collections.Frozen;
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

    public static bool IsSafe(string text) => Quantity().IsMatch(text) || (Word().IsMatch(text) && !_words.Contains(text));

    /// <summary>
    /// Starts with a letter, a slash, an underscore or the dashes of an option; no colon before a space or at the end, no
    /// hash after a space.
    /// </summary>
    [GeneratedRegex(@"\A(?:[A-Za-z/_]|--?[A-Za-z])(?:[!-9;-~]|:(?=[!-~])| (?=[!""$-~]))*\z")]
    private static partial Regex Word();

    /// <summary>Amounts and times with a unit, as Kubernetes writes them: <c>4Gi</c>, <c>500m</c>, <c>30s</c>.</summary>
    [GeneratedRegex(@"\A[0-9]+(?:\.[0-9]+)?(?:m|k|Ki|Mi|Gi|Ti|Pi|s|h|d|ms)\z")]
    private static partial Regex Quantity();
}
