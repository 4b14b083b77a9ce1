using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;

namespace Infra.Planning.Resilience;

/// <summary>Pods that components declare, because a chart or an operator makes them.</summary>
internal sealed class DeclaredPods(JsonObject footprint)
{
    /// <summary>All of a plan.</summary>
    public static IEnumerable<DeclaredPods> Of(IEnumerable<PlannedObject> objects) => objects
        .SelectMany(found => found.Inputs[ComponentInputs.Footprint] as JsonArray ?? [])
        .Select(footprint => new DeclaredPods((JsonObject)footprint!));

    public bool IsPerNode => (string?)footprint["kind"] == nameof(WorkloadKind.DaemonSet);

    /// <summary>What one takes.</summary>
    public NodeRoom Room => new(
        CpuQuantity.TryParse((string)footprint["cpu"]!, out var cpu) ? cpu.Millicores : 0,
        ByteSize.TryParse((string)footprint["memory"]!, out var memory) ? memory.Bytes : 0,
        1);

    public ImmutableArray<IReadOnlyDictionary<string, string[]>> Selectors =>
    [
        .. footprint["selectors"]!.AsArray().Select(selector => selector!.AsObject().ToDictionary(label => label.Key, label => new[] { (string)label.Value! }, StringComparer.Ordinal)),
    ];

    public ImmutableArray<Toleration> Tolerations =>
    [
        .. footprint["tolerations"]!.AsArray().Select(toleration => new Toleration(
            (string?)toleration!["key"] ?? "", (string?)toleration["effect"] is { } effect ? TaintEffects.FromKubernetes(effect) : null)),
    ];

    /// <summary>Those of a Deployment, as they stand there.</summary>
    public StandingPods Standing(IEnumerable<PlannedPool> pools)
    {
        var (stay, away) = (Amount("minAvailable"), Amount("maxUnavailable"));
        return new StandingPods
        {
            Name = $"{footprint["kind"]} {footprint["workload"]}, declared",
            Least = (int)(double)footprint["replicas"]!,
            Space = new NodeSpace(Room, ImmutableSortedDictionary<string, long>.Empty),
            Pools = [.. pools.Where(pool => pool.Takes(Selectors, Tolerations)).Select(pool => pool.Name)],
            Budgets = stay is null && away is null ? [] : [new DisruptionBudget("its budget", stay, away)],
            IsSpread = footprint["spread"] is JsonArray { Count: > 0 },
        };
    }

    private BudgetAmount? Amount(string key) => footprint[key] is { } amount ? BudgetAmount.Parse($"{amount}") : null;
}
