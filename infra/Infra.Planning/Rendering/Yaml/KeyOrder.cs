using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Yaml;

/// <summary>The order in which people expect the keys of a manifest: what it is first, then what it is called, then the rest by name.</summary>
internal static class KeyOrder
{
    private static readonly ImmutableArray<string> _first = ["apiVersion", "kind", "metadata", "name", "namespace"];

    public static IEnumerable<KeyValuePair<string, PlanValue>> Of(ValueMap properties) =>
        First(properties).Select(key => KeyValuePair.Create(key, properties[key]))
            .Concat(properties.Where(property => !First(properties).Contains(property.Key)));

    // Where nothing is named, a namespace is a label like any other.
    private static IEnumerable<string> First(ValueMap properties) =>
        _first.Where(key => properties.ContainsKey(key) && (key != "namespace" || properties.ContainsKey("name")));
}
