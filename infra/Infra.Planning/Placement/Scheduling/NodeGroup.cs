namespace Infra.Planning.Placement.Scheduling;

/// <summary>
/// The nodes of one kind, those with the same room together: of thousands of nodes only a few are different for a pod. Within such a bunch the lowest number comes first.
/// </summary>
internal sealed class NodeGroup(NodeKind kind)
{
    private readonly Dictionary<long[], SortedSet<ClusterNode>> _bunches = new(RoomComparer.Instance);

    public NodeKind Kind => kind;

    public List<ClusterNode> Nodes { get; } = [];

    /// <summary>Nodes with the same room, each bunch in order.</summary>
    public IEnumerable<SortedSet<ClusterNode>> Bunches => _bunches.Values;

    public void Add(ClusterNode node)
    {
        Nodes.Add(node);
        Insert(node);
    }

    /// <summary>Takes from a node what pods request, or gives it back where the amounts are negative.</summary>
    public void Take(ClusterNode node, long[] requests)
    {
        var bunch = _bunches[node.Free];
        bunch.Remove(node);
        if (bunch.Count == 0)
        {
            _bunches.Remove(node.Free);
        }

        for (var i = 0; i < requests.Length; i++)
        {
            node.Free[i] -= requests[i];
        }

        Insert(node);
    }

    private void Insert(ClusterNode node)
    {
        if (!_bunches.TryGetValue(node.Free, out var bunch))
        {
            bunch = new SortedSet<ClusterNode>(NodeOrder.Instance);
            // The node's own array changes with it.
            _bunches.Add([.. node.Free], bunch);
        }

        bunch.Add(node);
    }
}
