using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Growth;

/// <summary>A group of nodes that may grow.</summary>
internal sealed class GrowingGroup(PoolGroup pools)
{
    private readonly int[] _byZone = new int[pools.Kinds.Length];
    private NodeKind? _first;

    public PoolGroup Pools => pools;

    public int Nodes => _byZone.Sum();

    /// <summary>Whether somebody adds nodes, and may add one more.</summary>
    public bool MayGrow => pools.Pool.Launcher != NodeLauncher.Nobody && (pools.Most is not { } most || Nodes < most);

    /// <summary>Whether nodes are launched one by one for pods, each in the zone that suits.</summary>
    public bool Picks => pools.Pool.Launcher is NodeLauncher.Karpenter or NodeLauncher.AutoMode or NodeLauncher.Elsewhere;

    /// <summary>The kind of node by which Cluster Autoscaler knows the group.</summary>
    public NodeKind Known => _first ?? pools.Kinds[0];

    /// <summary>Where an Auto Scaling group launches its next node: in the zone with the fewest.</summary>
    public NodeKind NextZone() => pools.Kinds[Array.IndexOf(_byZone, _byZone.Min())];

    public void Count(ClusterNode node)
    {
        _first ??= node.Kind;
        _byZone[pools.Kinds.IndexOf(node.Kind)]++;
    }
}
