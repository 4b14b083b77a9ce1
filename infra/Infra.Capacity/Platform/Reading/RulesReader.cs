using System.Text.Json.Nodes;
using Infra.Capacity.Control;

namespace Infra.Capacity.Platform.Reading;

/// <summary>One direction of <c>behavior</c>.</summary>
internal static class RulesReader
{
    private const long Second = 1_000_000;

    public static ScalingRules Of(JsonNode? rules, ScalingRules byDefault) => rules is null ? byDefault : new ScalingRules(
        rules["stabilizationWindowSeconds"].SecondsAsMicros() ?? byDefault.WindowMicros,
        (string?)rules["selectPolicy"] switch { "Min" => PolicySelect.Min, "Disabled" => PolicySelect.Disabled, _ => PolicySelect.Max },
        rules["policies"] is JsonArray { Count: > 0 } policies
            ? [.. policies.Select(policy => new ScalingPolicy((string?)policy!["type"] == "Percent", policy["value"].Integer() ?? 0, policy["periodSeconds"].SecondsAsMicros() ?? (15 * Second)))]
            : byDefault.Policies,
        rules["tolerance"].Number() ?? byDefault.Tolerance);
}
