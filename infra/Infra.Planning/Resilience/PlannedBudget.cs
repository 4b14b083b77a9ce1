using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Resilience;
using Infra.Planning.Workloads;

namespace Infra.Planning.Resilience;

/// <summary>Disruption budgets as plans hold them.</summary>
internal static class PlannedBudget
{
    /// <summary>The budgets of a plan that select pods.</summary>
    /// <param name="objects">The plan's objects.</param>
    /// <param name="namespaceName">Namespace of the pods.</param>
    /// <param name="labels">Labels of the pods.</param>
    public static ImmutableArray<DisruptionBudget> Of(PlannedObjects objects, string? namespaceName, ImmutableSortedDictionary<string, string> labels) =>
    [
        .. objects.OfKind("PodDisruptionBudget").Where(found => found.Namespace == namespaceName && Matches(found.Inputs["spec"]?["selector"], labels))
            .Select(found => new DisruptionBudget($"PodDisruptionBudget {found.Name}", Amount(found, "minAvailable"), Amount(found, "maxUnavailable"))),
    ];

    /// <summary>Whether a selector without anything but labels holds; one that is empty selects everything, none nothing.</summary>
    public static bool Matches(JsonNode? selector, ImmutableSortedDictionary<string, string> labels) =>
        selector is not null && (selector["matchLabels"] as JsonObject ?? []).All(label => labels.GetValueOrDefault(label.Key) == $"{label.Value}");

    private static BudgetAmount? Amount(PlannedObject budget, string key) => budget.Inputs["spec"]?[key] is { } amount ? BudgetAmount.Parse($"{amount}") : null;
}
