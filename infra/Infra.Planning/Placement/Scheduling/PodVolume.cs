using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>A volume that a pod mounts, as far as it says where the pod can run.</summary>
/// <param name="Claim">The claim with its namespace, so that pods which share it know of each other; each pod has its own where it is null.</param>
/// <param name="Driver">The driver that attaches it to a node, where such are counted; null where nothing is attached.</param>
/// <param name="Terms">Nodes that reach it; none for all.</param>
/// <param name="IsBoundToZone">Whether the first pod that mounts it pins it to its zone.</param>
/// <param name="IsForOnePod">Whether only one pod may have it at a time (<c>ReadWriteOncePod</c>).</param>
/// <param name="IsMissing">Whether a claim waits for a volume that nobody makes.</param>
internal sealed record PodVolume(
    string? Claim, string? Driver, ImmutableArray<NodeTerm> Terms, bool IsBoundToZone = false, bool IsForOnePod = false, bool IsMissing = false)
{
    public override string ToString() => Claim is null ? "its volume" : $"the volume of claim {Claim}";
}
