namespace Infra.Planning.Json;

/// <summary>
/// What isn't plain JSON is an object with one key: <c>$unknown</c>, <c>$secret</c>, <c>$asset</c> or <c>$archive</c>. A real property of such a name
/// is written with one more <c>$</c> in front (<c>$$unknown</c>, <c>$$$unknown</c>, …); no other key is changed.
/// </summary>
internal static class MarkerKey
{
    public const string Unknown = "$unknown";
    public const string Secret = "$secret";
    public const string Asset = "$asset";
    public const string Archive = "$archive";

    public static bool IsMarker(string key) => key is Unknown or Secret or Asset or Archive;

    public static string Escape(string key) => IsMarkerLike(key) ? "$" + key : key;

    public static string Unescape(string key) => key.StartsWith("$$", StringComparison.Ordinal) && IsMarkerLike(key) ? key[1..] : key;

    private static bool IsMarkerLike(string key) =>
        key.StartsWith('$') && key.TrimStart('$') is "unknown" or "secret" or "asset" or "archive";
}
