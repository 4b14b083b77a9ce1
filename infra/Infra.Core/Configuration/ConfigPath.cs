using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Core.Configuration;

/// <summary>Builds the paths that problems carry, in the notation of <c>pulumi config set --path</c>.</summary>
public static partial class ConfigPath
{
    /// <summary>The path of a key inside an object: <c>pools.name</c>, or <c>labels["a/b"]</c> where the key is no plain word.</summary>
    /// <param name="path">The path of the object.</param>
    /// <param name="key">The key as written in the document.</param>
    public static string Key(string path, string key) => IsPlain(key) ? $"{path}.{key}" : path + InBrackets(key);

    /// <summary>The path of a key several objects below: <c>pools[0].images.prePull</c>.</summary>
    /// <param name="path">The path of the outer object.</param>
    /// <param name="keys">Plain words with dots between them.</param>
    public static string Keys(string path, string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Split('.').Aggregate(path, Key);
    }

    /// <summary>The path of a top-level key: <c>gpu-inference:pools</c>, or <c>gpu-inference:["a key"]</c> where the key is no plain word.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="key">The key as written in the document.</param>
    public static string TopLevel(string ns, string key) => $"{ns}:{(IsPlain(key) ? key : InBrackets(key))}";

    /// <summary>The path of an entry of a list: <c>pools[0]</c>.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="index">Position, from 0.</param>
    public static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>True if <paramref name="path"/> is <paramref name="ancestor"/> itself or lies inside its value.</summary>
    /// <param name="path">The path in question.</param>
    /// <param name="ancestor">The path that may contain it.</param>
    public static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal)
        && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');

    /// <summary>The path of one step below <paramref name="path"/>.</summary>
    /// <param name="path">The path of the object or list.</param>
    /// <param name="segment">The step.</param>
    public static string Below(string path, ConfigPathSegment segment) =>
        segment.Key is { } key ? Key(path, key) : Index(path, segment.Index);

    /// <summary>Reads what <see cref="Key"/> and <see cref="Index"/> write below a key: <c>[0].capacity.max</c> or <c>.labels["a/b"]</c>.</summary>
    /// <param name="text">The path without the key that it starts at; empty for no step.</param>
    /// <returns>The steps; the default array where the text is no path.</returns>
    public static ImmutableArray<ConfigPathSegment> Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<ConfigPathSegment>();
        for (var at = 0; at < text.Length;)
        {
            var match = Segment().Match(text, at);
            if (!match.Success)
            {
                return default;
            }

            segments.Add(match.Groups["index"] is { Success: true } index
                ? new ConfigPathSegment(null, int.Parse(index.ValueSpan, CultureInfo.InvariantCulture))
                : new ConfigPathSegment(match.Groups["key"].Value.Replace("\\\"", "\"", StringComparison.Ordinal), 0));
            at += match.Length;
        }

        return segments.ToImmutable();
    }

    // Nine digits are more entries than any list has, and fit an int.
    [GeneratedRegex(@"\G(?:\.(?<key>[^.\[\]""]+)|\[(?<index>[0-9]{1,9})\]|\[""(?<key>(?:\\""|[^""])*)""\])")]
    private static partial Regex Segment();

    private static string InBrackets(string key) => $"[\"{Shown.Line(key).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

    private static bool IsPlain(string key) =>
        key.Length is > 0 and <= Shown.MaxLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
