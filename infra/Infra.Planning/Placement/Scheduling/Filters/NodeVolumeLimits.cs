namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>A driver attaches only so many volumes to a node; one that is attached already counts once.</summary>
internal sealed class NodeVolumeLimits : INodeFilter
{
    public string Name => nameof(NodeVolumeLimits);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster)
    {
        foreach (var (driver, limit) in node.Kind.VolumeLimits)
        {
            var more = pod.Spec.Volumes.Count(volume => volume.Driver == driver && (volume.Claim is null || !node.AttachedClaims.Contains(volume.Claim)));
            if (more > 0 && node.Attached.GetValueOrDefault(driver) + more > limit)
            {
                return "node(s) exceed max volume count";
            }
        }

        return null;
    }
}
