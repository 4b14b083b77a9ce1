using System.Text.Json.Nodes;
using Infra.Planning.Model;

namespace Infra.Planning.Workloads;

/// <summary>What a plan knows of a resource, as plain JSON: what is unknown or secret is left out, as what nobody wrote.</summary>
internal static class KnownInputs
{
    public static JsonObject Of(ValueMap inputs) =>
        new(inputs.Select(input => KeyValuePair.Create(input.Key, Of(input.Value))).Where(input => input.Value is not null));

    private static JsonNode? Of(PlanValue value) => value switch
    {
        PlanValue.Bool { Value: var truth } => JsonValue.Create(truth),
        PlanValue.Number { Value: var number } => JsonValue.Create(number),
        PlanValue.String { Value: var text } => JsonValue.Create(text),
        PlanValue.List { Items: var items } => new JsonArray([.. items.Select(Of)]),
        PlanValue.Object { Properties: var properties } => Of(properties),
        _ => null,
    };
}
