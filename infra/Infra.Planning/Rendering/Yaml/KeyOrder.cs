using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Yaml;

/// <summary>The order in which people expect the keys of a manifest: what it is first, then what it is called, then the rest by name.</summary>
internal static class KeyOrder
{
    private static readonly ImmutableArray<string> _first = ["apiVersion", "kind", "metadata", "name", "namespace"];

    public static IEnumerable<KeyValuePair<string, PlanValue>> Of(ValueMap properties)
    {
        foreach (var key in _first)
        {
            if (IsFirst(key, properties) && properties.TryGetValue(key, out var value))
            {
                yield return KeyValuePair.Create(key, value);
            }
        }

        foreach (var property in properties)
        {
            if (!_first.Contains(property.Key) || !IsFirst(property.Key, properties))
            {
                yield return property;
            }
        }
    }

    // Where nothing is named, a namespace is a label like any other.
    private static bool IsFirst(string key, ValueMap properties) => key != "namespace" || properties.ContainsKey("name");
}
