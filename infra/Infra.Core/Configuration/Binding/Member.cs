using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>
/// A key of an object with its value. Plain loops and a class, because generic code over System.Text.Json's structs would have to be compiled
/// at every start.
/// </summary>
internal sealed record Member(string Key, string Path, JsonElement Value)
{
    public static HashSet<string> Keys(JsonElement element)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            keys.Add(Found.Key(property));
        }

        return keys;
    }

    /// <summary>Walks an object in document order; a key that is written again is a problem and skipped.</summary>
    public static IEnumerable<Member> Of(JsonElement element, string path, ConfigProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var key = Found.Key(property);
            var keyPath = ConfigPath.Key(path, key);
            if (seen.Add(key))
            {
                yield return new Member(key, keyPath, property.Value);
            }
            else
            {
                problems.Add(keyPath, "the key is written more than once; keep one");
            }
        }
    }
}
