using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>The places of a spread constraint and the pods that are counted there: of nodes that the constraint knows alone.</summary>
/// <param name="constraint">The constraint.</param>
/// <param name="isPlace">Whether a node counts, by the constraint's policies and the labels that all constraints of the pod need.</param>
internal sealed class SpreadCount(SpreadConstraint constraint, Func<ClusterNode, bool> isPlace)
{
    private readonly Dictionary<string, int> _byPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeKind, bool> _kinds = new(ReferenceEqualityComparer.Instance);

    // How many places have so many pods, so that the fewest is found without a look at all of them: a place may be a node.
    private readonly SortedDictionary<int, int> _placesByPods = [];

    public SpreadConstraint Constraint => constraint;

    public bool IsByNode => constraint.TopologyKey == NodeLabels.Hostname;

    /// <summary>Makes the node's place known.</summary>
    public void Know(ClusterNode node)
    {
        if (IsPlace(node) && _byPlace.TryAdd(node.Label(constraint.TopologyKey)!, 0))
        {
            Places(0, 1);
        }
    }

    public void Add(ClusterNode node, int pods)
    {
        if (IsPlace(node))
        {
            var place = node.Label(constraint.TopologyKey)!;
            var before = _byPlace[place];
            _byPlace[place] = before + pods;
            Places(before, -1);
            Places(before + pods, 1);
        }
    }

    /// <summary>How many more pods than the place with the fewest the node's place would have with one more.</summary>
    /// <param name="node">The node.</param>
    /// <param name="self">1 if the pod itself counts, else 0.</param>
    public int Skew(ClusterNode node, int self)
    {
        var fewest = _byPlace.Count < constraint.MinDomains || _placesByPods.Count == 0 ? 0 : _placesByPods.First().Key;
        return _byPlace.GetValueOrDefault(node.Label(constraint.TopologyKey)!) + self - fewest;
    }

    private void Places(int pods, int change)
    {
        var places = _placesByPods.GetValueOrDefault(pods) + change;
        if (places == 0)
        {
            _placesByPods.Remove(pods);
        }
        else
        {
            _placesByPods[pods] = places;
        }
    }

    private bool IsPlace(ClusterNode node)
    {
        if (!_kinds.TryGetValue(node.Kind, out var known))
        {
            known = isPlace(node);
            _kinds.Add(node.Kind, known);
        }

        return known;
    }
}
