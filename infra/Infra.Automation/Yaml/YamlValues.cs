using System.Text.RegularExpressions;

namespace Infra.Automation.Yaml;

/// <summary>Whether two places say the same, however they are written.</summary>
internal static partial class YamlValues
{
    public static bool Same(YamlSource source, YamlPlace place, YamlSource otherSource, YamlPlace otherPlace) => (source.Resolve(place), otherSource.Resolve(otherPlace)) switch
    {
        (YamlPlace.Scalar one, YamlPlace.Scalar other) => one.Value == other.Value && IsText(one) == IsText(other),
        (YamlPlace.List one, YamlPlace.List other) => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => Same(source, pair.First, otherSource, pair.Second)),
        (YamlPlace.Map one, YamlPlace.Map other) => Same(source, [.. source.Entries(one)], otherSource, otherSource.Entries(other).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal)),
        _ => false,
    };

    private static bool Same(YamlSource source, IReadOnlyCollection<(string Key, YamlPlace Value)> entries, YamlSource otherSource, Dictionary<string, YamlPlace> others) =>
        entries.Count == others.Count && entries.All(entry => others.TryGetValue(entry.Key, out var other) && Same(source, entry.Value, otherSource, other));

    // "2" is a text and 2 isn't; `abc` and "abc" are both one.
    private static bool IsText(YamlPlace.Scalar scalar) => !scalar.IsPlain || !NoText().IsMatch(scalar.Value);

    [GeneratedRegex(@"^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[.]?[0-9].*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NoText();
}
