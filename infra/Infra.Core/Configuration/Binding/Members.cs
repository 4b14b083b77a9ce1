using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>Walks the keys of an object in document order; a key that is written again is a problem and skipped.</summary>
internal static class Members
{
    public static HashSet<string> Keys(JsonElement element) => element.EnumerateObject().Select(Found.Key).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<(string Key, string Path, JsonElement Value)> Of(JsonElement element, string path, ConfigProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var key = Found.Key(property);
            var keyPath = ConfigPath.Key(path, key);
            if (seen.Add(key))
            {
                yield return (key, keyPath, property.Value);
            }
            else
            {
                problems.Add(keyPath, "the key is written more than once; keep one");
            }
        }
    }
}
