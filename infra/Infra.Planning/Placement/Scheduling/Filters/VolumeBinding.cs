namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>
/// A volume has to be within the node's reach: where it lies already, or in the zone of the first pod that mounted it (kubernetes.io, "Storage Classes", WaitForFirstConsumer).
/// </summary>
internal sealed class VolumeBinding : INodeFilter
{
    public string Name => nameof(VolumeBinding);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.IsMissing)
            {
                return "node(s) didn't find available persistent volumes to bind";
            }

            if ((!volume.Terms.IsEmpty && !volume.Terms.Any(term => term.Matches(node)))
                || (volume.Claim is { } claim && cluster.ClaimZones.TryGetValue(claim, out var zone) && zone != node.Kind.Zone))
            {
                return "node(s) had volume node affinity conflict";
            }
        }

        return null;
    }
}
