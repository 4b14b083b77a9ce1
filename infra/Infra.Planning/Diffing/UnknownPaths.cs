using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Where a map of values has what only an update will tell.</summary>
internal static class UnknownPaths
{
    public static IEnumerable<PropertyPath> Of(ValueMap values) =>
        values.SelectMany(static pair => Of(PropertyPath.Root.Then(PathStep.Of(pair.Key)), pair.Value));

    private static IEnumerable<PropertyPath> Of(PropertyPath path, PlanValue value) => value switch
    {
        PlanValue.Unknown => [path],
        PlanValue.Object { Properties: var properties } => properties.SelectMany(pair => Of(path.Then(PathStep.Of(pair.Key)), pair.Value)),
        PlanValue.List { Items: var items } => items.SelectMany((item, i) => Of(path.Then(PathStep.Of(i)), item)),
        _ => [],
    };
}
