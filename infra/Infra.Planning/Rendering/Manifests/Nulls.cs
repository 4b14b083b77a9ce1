using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>A property without a value is no property to an API server: it is left out.</summary>
internal static class Nulls
{
    public static ValueMap Without(ValueMap properties) => ValueMap.Create(properties
        .Where(static property => property.Value is not PlanValue.Null)
        .Select(static property => KeyValuePair.Create(property.Key, Without(property.Value)))
        .ToList());

    private static PlanValue Without(PlanValue value) => value switch
    {
        PlanValue.Object { Properties: var properties } => new PlanValue.Object(Without(properties)),
        PlanValue.List { Items: var items } => new PlanValue.List([.. items.Where(static item => item is not PlanValue.Null).Select(Without)]),
        _ => value,
    };
}
