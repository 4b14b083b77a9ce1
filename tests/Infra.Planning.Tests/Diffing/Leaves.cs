using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Planning.Tests.Diffing;

/// <summary>Values taken apart: every leaf with its path, without the places of items.</summary>
internal static class Leaves
{
    public static IEnumerable<string> Of(ValueMap values) => Of("", new PlanValue.Object(values));

    public static IEnumerable<string> Of(PropertyPath path, PlanValue? value) =>
        value is null ? [] : Of(string.Concat(path.Steps.Select(static step => step.Key is { } key ? "." + key : "[]")), value);

    private static IEnumerable<string> Of(string path, PlanValue value) => value switch
    {
        PlanValue.Object { Properties: { Count: > 0 } properties } => properties.SelectMany(pair => Of($"{path}.{pair.Key}", pair.Value)),
        PlanValue.List { Items: { Count: > 0 } items } => items.SelectMany(item => Of(path + "[]", item)),
        _ => [$"{path} = {value}"],
    };
}
