namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>A claim with the access mode ReadWriteOncePod belongs to one pod of the cluster.</summary>
internal sealed class VolumeRestrictions : INodeFilter
{
    public string Name => nameof(VolumeRestrictions);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) =>
        pod.Spec.Volumes.Any(volume => volume is { IsForOnePod: true, Claim: { } claim } && cluster.ClaimsInUse.Contains(claim))
            ? "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode"
            : null;
}
