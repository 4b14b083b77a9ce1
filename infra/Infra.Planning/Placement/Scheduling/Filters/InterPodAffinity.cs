namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>Pods that have to be near, pods that must not be, and pods that don't want this one (interpodaffinity, filtering.go).</summary>
internal sealed class InterPodAffinity : INodeFilter
{
    public string Name => nameof(InterPodAffinity);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster)
    {
        if (!IsNear(pod, node))
        {
            return "node(s) didn't match pod affinity rules";
        }

        if (pod.Avoided.Any(count => count.At(node) > 0))
        {
            return "node(s) didn't match pod anti-affinity rules";
        }

        return pod.AvoidedBy.Any(count => count.At(node) > 0) ? "node(s) didn't satisfy existing pods anti-affinity rules" : null;
    }

    private static bool IsNear(PodKind pod, ClusterNode node)
    {
        if (pod.Wanted.Count == 0 || pod.Wanted.All(count => count.At(node) > 0))
        {
            return true;
        }

        // The first of pods that want to be with their like: there are none yet, and the node is in a place of each kind.
        return pod.Wanted.All(count => count.Total == 0 && node.Label(count.Key) is not null) && pod.Spec.Affinity.All(term => term.Matches(pod.Spec));
    }
}
