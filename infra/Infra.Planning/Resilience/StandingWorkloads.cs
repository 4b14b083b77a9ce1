using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Planning.Workloads;

namespace Infra.Planning.Resilience;

/// <summary>Pods of a plan as a drain sees them.</summary>
internal static class StandingWorkloads
{
    // By the component that their labels name; a cache, a transformer or a head of Ray in the same component serves none by itself.
    private static readonly string[] _serving = ["inference", "llminferenceservice-workload"];

    /// <summary>Whether the pods have to be somewhere else when their node goes.</summary>
    public static bool Stands(PlannedPods pods) =>
        // Work that ends goes on from its last checkpoint, elsewhere.
        pods.Owner.Kind != "RayJob"
        // Room holders make place for whoever needs it.
        && (string?)pods.Pods.Spec["priorityClassName"] != PriorityClasses.Headroom;

    /// <summary>Those of an object that stand there all the time.</summary>
    public static StandingPods Of(PlannedPods planned, PlannedObjects objects, IEnumerable<PlannedPool> pools)
    {
        var (owner, pods) = planned;
        var rules = new PodRules(pods);
        var isServing = owner.Owner == ComponentTypes.InferenceService && _serving.Contains(pods.Labels.GetValueOrDefault("app.kubernetes.io/component")) && !IsWorkerOfGroup(owner, pods.Role);
        return new StandingPods
        {
            Name = $"{owner.Kind} {owner.Name}{(pods.Role == "pod" ? "" : $" {pods.Role}")}",
            Namespace = owner.Namespace,
            Least = pods.Least,
            Space = new NodeSpace(new NodeRoom(pods.Requests.Cpu.Millicores, pods.Requests.Memory.Bytes, 1), pods.Requests.Devices),
            Pools = [.. pools.Where(pool => pool.Takes(rules.Selectors, pods.Tolerations)).Select(pool => pool.Name)],
            Budgets = PlannedBudget.Of(objects, owner.Namespace, pods.Labels),
            HasScale = pods.HasScale,
            IsSpread = rules.IsSpread,
            MostInOneZone = rules.MostInOneZone,
            MostOnOneNode = rules.MostOnOneNode,
            Replicas = isServing ? pods.Least / pods.PodsPerReplica : null,
        };
    }

    /// <summary>Those of a declared Deployment.</summary>
    public static StandingPods Of(DeclaredPods pods, IEnumerable<PlannedPool> pools)
    {
        var (stay, away) = (Amount(pods, "minAvailable"), Amount(pods, "maxUnavailable"));
        return new StandingPods
        {
            Name = $"{pods.Kind} {pods.Workload}, declared",
            Least = pods.Replicas,
            Space = new NodeSpace(pods.Room, ImmutableSortedDictionary<string, long>.Empty),
            Pools = [.. pools.Where(pool => pool.Takes(pods.Selectors, pods.Tolerations)).Select(pool => pool.Name)],
            Budgets = stay is null && away is null ? [] : [new DisruptionBudget("its budget", stay, away)],
            IsSpread = !pods.Spread.IsEmpty,
        };
    }

    // The leader speaks for its group.
    private static bool IsWorkerOfGroup(PlannedObject owner, string role) => owner.Kind == "LeaderWorkerSet" && role == "worker";

    private static BudgetAmount? Amount(DeclaredPods pods, string key) => pods.Budget(key) is { } amount ? BudgetAmount.Parse(amount) : null;
}
