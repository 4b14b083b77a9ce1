using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Definitions of custom resources.</summary>
internal static class CustomDefinition
{
    public const string Kind = "CustomResourceDefinition";

    /// <summary>The group and kind that an API server knows once the definition is established.</summary>
    public static (string Group, string Kind) Defines(RenderedObject definition)
    {
        var spec = Map(definition.Values, "spec");
        return (Text(spec, "group"), Text(Map(spec, "names"), "kind"));
    }

    /// <summary>The kinds of custom resources that no definition among the objects defines, as <c>Kind.group</c>.</summary>
    public static IEnumerable<string> Missing(IEnumerable<RenderedObject> objects)
    {
        var all = objects.ToList();
        var defined = all.Where(static o => o.Kind == Kind).Select(Defines).ToHashSet();
        return all.Where(o => o.IsCustom && !defined.Contains((o.Group, o.Kind))).Select(static o => $"{o.Kind}.{o.Group}").Distinct().Order(StringComparer.Ordinal);
    }

    private static ValueMap Map(ValueMap values, string key) => values.GetValueOrDefault(key) is PlanValue.Object { Properties: var map } ? map : ValueMap.Empty;

    private static string Text(ValueMap values, string key) => values.GetValueOrDefault(key) is PlanValue.String { Value: var text } ? text : "";
}
