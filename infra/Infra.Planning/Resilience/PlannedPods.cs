using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Projections;
using Infra.Core.Resilience;

namespace Infra.Planning.Resilience;

/// <summary>Pods of the objects that a plan holds.</summary>
internal static class PlannedPods
{
    // By the component that their labels name; a cache, a transformer or a head of Ray in the same component serves none by itself.
    private static readonly string[] _serving = ["inference", "llminferenceservice-workload"];

    /// <summary>All pods by the object that makes them.</summary>
    public static IEnumerable<(PlannedObject Owner, ProjectedPods Pods)> Of(IReadOnlyCollection<PlannedObject> objects) => objects
        .Where(found => found.Kind is not null && found.Inputs["spec"] is not null)
        .SelectMany(found => PodProjections.Of(found.Inputs, name => Runtime(objects, found, name), (kind, name) => Scaler(objects, found, kind, name)), (found, pods) => (found, pods))
        // Work that ends goes on from its last checkpoint, elsewhere.
        .Where(one => one.found.Kind != "RayJob")
        // Room holders make place for whoever needs it.
        .Where(one => (string?)one.pods.Spec["priorityClassName"] != PriorityClasses.Headroom);

    /// <summary>Those of a kind that stand there all the time.</summary>
    public static StandingPods Standing(PlannedObject owner, ProjectedPods pods, IReadOnlyCollection<PlannedObject> objects, IEnumerable<PlannedPool> pools)
    {
        var rules = new PodRules(pods);
        var isServing = owner.Owner == ComponentTypes.InferenceService && _serving.Contains(pods.Labels.GetValueOrDefault("app.kubernetes.io/component")) && !IsWorkerOfGroup(owner, pods);
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

    // The leader speaks for its group.
    private static bool IsWorkerOfGroup(PlannedObject owner, ProjectedPods pods) => owner.Kind == "LeaderWorkerSet" && pods.Role == "worker";

    private static JsonObject? Runtime(IEnumerable<PlannedObject> objects, PlannedObject of, string name) =>
        objects.FirstOrDefault(other => other.Kind == "ServingRuntime" && other.Name == name && other.Namespace == of.Namespace)?.Inputs;

    private static JsonObject? Scaler(IEnumerable<PlannedObject> objects, PlannedObject of, string kind, string name) => objects.FirstOrDefault(other =>
        other.Namespace == of.Namespace && other.Inputs["spec"] is JsonObject spec && (string?)spec["scaleTargetRef"]?["name"] == name && ((string?)spec["scaleTargetRef"]?["kind"] ?? "Deployment") == kind)?.Inputs;
}
