using Infra.Planning.Model;

namespace Infra.Planning.Workloads;

/// <summary>What a plan hides of what decides where pods run: values that only an update tells, and secrets. They count as if nobody had written them, so that a report has to say so.</summary>
/// <param name="Subject">For a message, e.g. <c>Deployment inference/model</c>.</param>
/// <param name="Path">The place in its inputs.</param>
/// <param name="IsWhole">Whether nothing is known of the object's pods without it.</param>
internal sealed record HiddenRules(string Subject, string Path, bool IsWhole)
{
    private static readonly HashSet<string> _ofPods = new(
        [
            "affinity", "maxReplicaCount", "maxReplicas", "minReplicaCount", "minReplicas", "nodeName", "nodeSelector", "parallelism", "priorityClassName", "replicas", "resources", "tolerations", "topologySpreadConstraints",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> _whole = new(["containers", "initContainers", "spec", "template"], StringComparer.Ordinal);

    private static readonly HashSet<string> _ofPools = new(["instanceTypes", "labels", "maxNodes", "maxSize", "minSize", "podsPerNode", "taints"], StringComparer.Ordinal);

    public override string ToString() => $"{Subject}: {Path} isn't known{(IsWhole ? ", so that its pods aren't judged" : "; it counts as if nobody had written it")}";

    /// <summary>Those of a resource.</summary>
    public static IEnumerable<HiddenRules> Of(PlannedObject found)
    {
        var inputs = found.Resource.Inputs;
        if (PlannedPool.IsPool(found))
        {
            return inputs.Where(input => _ofPools.Contains(input.Key) && Hides(input.Value)).SelectMany(input => Below(input.Value, input.Key, input.Key, decides: true)).Select(one => new HiddenRules($"pool {found.Resource.Name}", one.Path, false));
        }

        return found.Kind is not null && inputs.TryGetValue("spec", out var spec) && Hides(spec)
            ? Below(spec, "spec", "spec", decides: false).Select(one => new HiddenRules($"{found.Kind} {(found.Namespace is null ? "" : $"{found.Namespace}/")}{found.Name ?? found.Resource.Name}", one.Path, one.IsWhole))
            : [];
    }

    // Most objects hide nothing, and need no paths.
    private static bool Hides(PlanValue value) => value switch
    {
        PlanValue.Object { Properties: var properties } => properties.Any(property => Hides(property.Value)),
        PlanValue.List { Items: var items } => items.Any(Hides),
        _ => value is PlanValue.Unknown or PlanValue.Secret,
    };

    private static IEnumerable<(string Path, bool IsWhole)> Below(PlanValue value, string path, string key, bool decides) => value switch
    {
        PlanValue.Object { Properties: var properties } => properties.SelectMany(property => Below(property.Value, $"{path}.{property.Key}", property.Key, decides || _ofPods.Contains(property.Key))),
        PlanValue.List { Items: var items } => items.Index().SelectMany(item => Below(item.Item, $"{path}[{item.Index}]", key, decides)),
        PlanValue.Unknown or PlanValue.Secret when decides => [(path, false)],
        PlanValue.Unknown or PlanValue.Secret when _whole.Contains(key) => [(path, true)],
        _ => [],
    };
}
