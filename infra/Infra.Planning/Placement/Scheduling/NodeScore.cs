using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>
/// How much a pod would like a node, compared part by part: labels that it prefers, taints that it would rather not have, places with fewer of its own kind, and last the node that is emptiest
/// in CPU and memory afterwards (the scheduler's LeastAllocated). The scheduler adds weighted points instead; which of the nodes that take a pod it picks is for nobody to promise.
/// </summary>
/// <param name="Preferred">Sum of the weights of what is preferred and there; more is better.</param>
/// <param name="Taints">Taints with PreferNoSchedule that the pod doesn't tolerate; fewer is better.</param>
/// <param name="Neighbours">Pods of the same kind in the same places; fewer is better.</param>
/// <param name="Idle">Share of CPU and memory that stays free, in hundredths of both together; more is better.</param>
/// <param name="Number">The node's number; the lower is taken.</param>
internal readonly record struct NodeScore(int Preferred, int Taints, int Neighbours, long Idle, int Number)
{
    public static NodeScore Of(PodKind pod, ClusterNode node, Cluster cluster) => new(
        Preference(pod.Spec, node),
        node.Kind.Taints.Count(taint => taint.Effect == TaintEffect.PreferNoSchedule && !pod.Spec.Tolerations.Any(toleration => toleration.Tolerates(taint))),
        pod.Own.Sum(count => count.At(node)),
        Share(pod, node, cluster.Cpu, ResourceNames.Cpu) + Share(pod, node, cluster.Memory, ResourceNames.Memory),
        node.Number);

    /// <summary>What the pod prefers of the node's labels.</summary>
    public static int Preference(PodSpec pod, ClusterNode node) => pod.PreferredNodes.Where(preferred => preferred.Term.Matches(node)).Sum(preferred => preferred.Weight);

    public bool IsBetterThan(NodeScore other)
    {
        var compared = Preferred.CompareTo(other.Preferred);
        compared = compared != 0 ? compared : other.Taints.CompareTo(Taints);
        compared = compared != 0 ? compared : other.Neighbours.CompareTo(Neighbours);
        compared = compared != 0 ? compared : Idle.CompareTo(other.Idle);
        compared = compared != 0 ? compared : other.Number.CompareTo(Number);
        return compared > 0;
    }

    private static long Share(PodKind pod, ClusterNode node, int resource, string name) =>
        node.Kind.Allocatable.TryGetValue(name, out var whole) && whole > 0 ? (node.Free[resource] - pod.Requests[resource]) * 100 / whole : 0;
}
