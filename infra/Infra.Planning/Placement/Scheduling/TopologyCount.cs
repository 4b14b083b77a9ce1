namespace Infra.Planning.Placement.Scheduling;

/// <summary>How many pods of some sort each place has; a place is a value of a label of nodes.</summary>
internal sealed class TopologyCount(string key)
{
    private readonly Dictionary<string, int> _byPlace = new(StringComparer.Ordinal);

    public string Key => key;

    /// <summary>In all places together.</summary>
    public int Total { get; private set; }

    /// <summary>In the node's place; 0 where the node is in none.</summary>
    public int At(ClusterNode node) => node.Label(key) is { } place ? _byPlace.GetValueOrDefault(place) : 0;

    public void Add(ClusterNode node, int pods)
    {
        if (node.Label(key) is { } place)
        {
            _byPlace[place] = _byPlace.GetValueOrDefault(place) + pods;
            Total += pods;
        }
    }
}
