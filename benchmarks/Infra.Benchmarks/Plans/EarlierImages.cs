using Infra.Planning.Model;

namespace Infra.Benchmarks.Plans;

/// <summary>A plan as it was while some models ran an earlier image.</summary>
internal static class EarlierImages
{
    private const string Image = "image";
    private const string Tag = "-earlier";

    /// <summary>The plan with other images in everything below the components of these names.</summary>
    public static Plan Of(Plan plan, IEnumerable<string> models)
    {
        var names = models.ToHashSet(StringComparer.Ordinal);
        return plan with { Resources = [.. plan.Resources.Select(resource => resource.Parent is { } parent && names.Contains(parent.Name) ? resource with { Inputs = Of(resource.Inputs) } : resource)] };
    }

    private static ValueMap Of(ValueMap map) => ValueMap.Create(map.Select(pair => KeyValuePair.Create(pair.Key, (pair.Key, pair.Value) switch
    {
        (Image, PlanValue.String { Value: var image }) => new PlanValue.String(image + Tag),
        (_, var value) => Of(value),
    })));

    private static PlanValue Of(PlanValue value) => value switch
    {
        PlanValue.Object { Properties: var properties } => new PlanValue.Object(Of(properties)),
        PlanValue.List { Items: var items } => new PlanValue.List([.. items.Select(Of)]),
        _ => value,
    };
}
