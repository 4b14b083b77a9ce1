using System.Globalization;

namespace Infra.Core.Configuration;

/// <summary>Builds the paths that problems carry, in the notation of <c>pulumi config set --path</c>.</summary>
public static class ConfigPath
{
    /// <summary>The path of a key inside an object: <c>pools.name</c>, or <c>labels["a/b"]</c> where the key is no plain word.</summary>
    /// <param name="path">The path of the object.</param>
    /// <param name="key">The key as written in the document.</param>
    public static string Key(string path, string key) =>
        IsPlain(key) ? $"{path}.{key}" : $"{path}[\"{Shown.Line(key).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

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

    private static bool IsPlain(string key) =>
        key.Length is > 0 and <= Shown.MaxLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
