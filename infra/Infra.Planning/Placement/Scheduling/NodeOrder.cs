namespace Infra.Planning.Placement.Scheduling;

/// <summary>Nodes by their number.</summary>
internal sealed class NodeOrder : IComparer<ClusterNode>
{
    public static NodeOrder Instance { get; } = new();

    public int Compare(ClusterNode? x, ClusterNode? y) => (x?.Number ?? 0).CompareTo(y?.Number ?? 0);
}
