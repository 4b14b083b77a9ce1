namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>
/// No place may have more than <c>maxSkew</c> pods more than the one with the fewest (podtopologyspread, filtering.go). Places are those of nodes that have the labels of all
/// constraints and, by the policies, that the pod selects and tolerates.
/// </summary>
internal sealed class PodTopologySpread : INodeFilter
{
    private const string Uneven = "node(s) didn't match pod topology spread constraints";

    public string Name => nameof(PodTopologySpread);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster)
    {
        foreach (var count in pod.Spread)
        {
            if (node.Label(count.Constraint.TopologyKey) is null)
            {
                return $"{Uneven} (missing required label)";
            }

            if (count.Skew(node, pod.Matches(count.Constraint) ? 1 : 0) > count.Constraint.MaxSkew)
            {
                return Uneven;
            }
        }

        return null;
    }

    /// <summary>Whether a node makes a place of a constraint.</summary>
    public static bool IsPlace(PodSpec pod, SpreadConstraint constraint, ClusterNode node) =>
        pod.Spread.All(one => node.Label(one.TopologyKey) is not null)
        && (!constraint.HonorsAffinity || NodeAffinity.Matches(pod, node))
        && (!constraint.HonorsTaints || TaintToleration.Untolerated(pod, node.Kind) is null);
}
