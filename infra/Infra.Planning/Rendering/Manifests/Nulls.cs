using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>A property without a value is no property to an API server: it is left out.</summary>
internal static class Nulls
{
    public static ValueMap Without(ValueMap properties) =>
        PlanValues.Any(properties, static value => value is PlanValue.Null) ? Copy(properties) : properties;

    private static ValueMap Copy(ValueMap properties) => ValueMap.Create(properties
        .Where(static property => property.Value is not PlanValue.Null)
        .Select(static property => KeyValuePair.Create(property.Key, Copy(property.Value))));

    private static PlanValue Copy(PlanValue value) => value switch
    {
        PlanValue.Object { Properties: var properties } => new PlanValue.Object(Copy(properties)),
        PlanValue.List { Items: var items } => new PlanValue.List([.. items.Where(static item => item is not PlanValue.Null).Select(Copy)]),
        _ => value,
    };
}
