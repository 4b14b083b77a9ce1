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

    /// <summary>The custom resources whose kind no definition among the objects of their cluster defines: a chart does, or it is there already.</summary>
    public static IEnumerable<RenderedObject> Undefined(IReadOnlyCollection<RenderedObject> objects)
    {
        var defined = objects.Where(static o => o.Kind == Kind).Select(static o => (o.Resource.Provider, Defines(o))).ToHashSet();
        return objects.Where(o => o.IsCustom && !defined.Contains((o.Resource.Provider, (o.Group, o.Kind))));
    }

    private static ValueMap Map(ValueMap values, string key) => values.GetValueOrDefault(key) is PlanValue.Object { Properties: var map } ? map : ValueMap.Empty;

    private static string Text(ValueMap values, string key) => values.GetValueOrDefault(key) is PlanValue.String { Value: var text } ? text : "";
}
