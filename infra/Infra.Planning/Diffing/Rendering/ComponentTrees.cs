using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Puts what comes or goes with a component under it.</summary>
internal static class ComponentTrees
{
    public static IEnumerable<DiffEntry> Of(IReadOnlyList<ResourceChange> changes)
    {
        var roots = changes.ToDictionary(static change => change.Urn);
        var below = changes.ToLookup(change => Root(change.Urn, roots));
        foreach (var change in changes)
        {
            // What somebody has to look at stands for itself.
            if (change.Loss is not null || change.Hint is not null || change.IsRefused || Root(change.Urn, roots) == change.Urn)
            {
                var children = below[change.Urn].Where(child => child.Urn != change.Urn && child is { Loss: null, Hint: null, IsRefused: false });
                yield return new DiffEntry(change, [change], [.. children]);
            }
        }
    }

    private static Urn Root(Urn urn, Dictionary<Urn, ResourceChange> changes)
    {
        while (changes[urn].Resource.Parent is { } parent && changes.TryGetValue(parent, out var change) && change.Resource.Kind == ResourceKind.Component)
        {
            urn = parent;
        }
        return urn;
    }
}
