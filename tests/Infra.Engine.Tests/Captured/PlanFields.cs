using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Engine.Tests.Captured;

/// <summary>A plan as one line of text for each of its fields, so that two plans can be compared field by field.</summary>
internal static class PlanFields
{
    /// <summary>The fields that differ: <c>name field: ours | theirs</c>, in ordinal order; a field that isn't there is <c>-</c>.</summary>
    public static IEnumerable<string> Differences(Plan ours, Plan theirs)
    {
        var (left, right) = (Of(ours), Of(theirs));
        return left.Keys.Union(right.Keys)
            .Where(field => left.GetValueOrDefault(field) != right.GetValueOrDefault(field))
            .Select(field => $"{field}: {left.GetValueOrDefault(field, "-")} | {right.GetValueOrDefault(field, "-")}")
            .Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Of(Plan plan)
    {
        var fields = new Dictionary<string, string> { ["project"] = plan.Project, ["stack"] = plan.Stack };
        foreach (var resource in plan.Resources)
        {
            Add(fields, resource);
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, PlannedResource resource)
    {
        var name = $"{resource.Type.Split(':')[^1]}/{resource.Name}";
        fields.Add($"{name} urn", resource.Urn.ToString());
        fields.Add($"{name} kind", resource.Kind.ToString());
        fields.Add($"{name} parent", $"{resource.Parent}");
        fields.Add($"{name} provider", $"{resource.Provider}");
        fields.Add($"{name} id", $"{resource.ReadId}");
        fields.Add($"{name} dependencies", string.Join(", ", resource.Dependencies.Select(urn => urn.Name).Order(StringComparer.Ordinal)));
        foreach (var option in typeof(PlannedOptions).GetProperties().Where(option => option.GetMethod is { IsStatic: false }))
        {
            fields.Add($"{name} options.{option.Name}", $"{option.GetValue(resource.Options)}");
        }

        Add(fields, $"{name} inputs", new PlanValue.Object(resource.Inputs));
        if (resource.Outputs is { } outputs)
        {
            Add(fields, $"{name} outputs", new PlanValue.Object(outputs));
        }
    }

    private static void Add(Dictionary<string, string> fields, string path, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.Object { Properties: { Count: > 0 } properties }:
                foreach (var (key, inner) in properties)
                {
                    Add(fields, $"{path}.{key}", inner);
                }

                break;
            case PlanValue.List { Items: { Count: > 0 } items }:
                for (var i = 0; i < items.Count; i++)
                {
                    Add(fields, $"{path}[{i}]", items[i]);
                }

                break;
            default:
                fields.Add(path, Text(value));
                break;
        }
    }

    private static string Text(PlanValue value) => value switch
    {
        PlanValue.String { Value: var text } => $"'{text}'",
        PlanValue.Number { Value: var number } => number.ToString(CultureInfo.InvariantCulture),
        PlanValue.Unknown => "unknown",
        PlanValue.Secret => "secret",
        PlanValue.Object => "{}",
        PlanValue.List => "[]",
        _ => value.ToString(),
    };
}
