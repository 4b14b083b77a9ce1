using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Puts resources together in which the same happens.</summary>
internal static class SameChanges
{
    /// <summary>So many are worth a group.</summary>
    private const int Enough = 3;

    public static IEnumerable<DiffEntry> Of(IReadOnlyList<ResourceChange> changes)
    {
        var groups = changes.GroupBy(static change => new Likeness(change)).ToList();
        foreach (var group in groups)
        {
            var alike = group.ToList();
            if (alike.Count >= Enough && group.Key.CanBeShared)
            {
                yield return new DiffEntry(alike[0], [.. alike], []);
            }
            else
            {
                foreach (var change in alike)
                {
                    yield return DiffEntry.Of(change);
                }
            }
        }
    }

    /// <summary>What a reader sees of a change, but for the resource. What isn't to be missed has none of its like.</summary>
    private sealed record Likeness(ValueList<(string, PropertyChangeKind, PlanValue, PlanValue)> Values, ValueList<Reason> Reasons, bool DeletesFirst, bool CanBeShared)
    {
        public Likeness(ResourceChange change)
            : this(
                [.. change.Visible.Select(static value => (value.Path.Shown, value.Kind, value.Before ?? PlanValue.Null.Instance, value.After ?? PlanValue.Null.Instance))],
                change.Reasons,
                change.DeletesFirst,
                change is { Loss: null, IsRefused: false, Hint: null })
        {
        }
    }
}
