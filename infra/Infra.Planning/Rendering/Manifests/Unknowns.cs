using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What is unknown even in a rendered plan, which happens where a program itself says so.</summary>
internal static class Unknowns
{
    public static IEnumerable<string> PathsIn(ValueMap properties) =>
        PlanValues.Any(properties, static value => value is PlanValue.Unknown) ? PathsIn(properties, "") : [];

    private static IEnumerable<string> PathsIn(ValueMap properties, string path) =>
        properties.SelectMany(property => PathsIn(property.Value, ValuePath.Of(path, property.Key)));

    private static IEnumerable<string> PathsIn(PlanValue value, string path) => value switch
    {
        PlanValue.Unknown => [path],
        PlanValue.Object { Properties: var properties } => PathsIn(properties, path),
        PlanValue.List { Items: var items } => items.SelectMany((item, i) => PathsIn(item, ValuePath.Of(path, i))),
        _ => [],
    };
}
