using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Yaml;

/// <summary>The order in which people expect the keys of a manifest: what it is first, then what it is called, then the rest by name.</summary>
internal static class KeyOrder
{
    private static readonly ImmutableArray<string> _first = ["apiVersion", "kind", "metadata", "name", "namespace"];

    public static IEnumerable<KeyValuePair<string, PlanValue>> Of(ValueMap properties) =>
        _first.Where(properties.ContainsKey).Select(key => KeyValuePair.Create(key, properties[key]))
            .Concat(properties.Where(static property => !_first.Contains(property.Key)));
}
