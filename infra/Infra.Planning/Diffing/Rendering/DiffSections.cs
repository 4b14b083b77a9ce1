using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Orders the changes of a diff for a reader.</summary>
internal static class DiffSections
{
    /// <param name="full">Whether every change stands for itself, with every value.</param>
    public static IEnumerable<DiffSection> Of(PlanDiff diff, bool full)
    {
        foreach (var group in diff.Changes.Where(change => full || !IsFolded(change)).GroupBy(Kind).OrderBy(static group => group.Key))
        {
            var words = KindWords.Of(group.First().Kind);
            var heading = group.Key == SectionKind.AskedFor ? "Inputs of components" : words.Heading;
            yield return new DiffSection(group.Key, heading, words, [.. Entries(group.Key, [.. group], full)]);
        }
    }

    /// <summary>Whether nothing of a change is left to see once the noise is folded.</summary>
    public static bool IsFolded(ResourceChange change) => change.Kind == ChangeKind.Update && !change.Visible.Any();

    private static IEnumerable<DiffEntry> Entries(SectionKind kind, IReadOnlyList<ResourceChange> changes, bool full) => kind switch
    {
        _ when full => changes.Select(DiffEntry.Of),
        SectionKind.Create or SectionKind.Import or SectionKind.Delete => ComponentTrees.Of(changes),
        _ => SameChanges.Of(changes),
    };

    private static SectionKind Kind(ResourceChange change) => change.Kind switch
    {
        ChangeKind.Replace => SectionKind.Replace,
        ChangeKind.UpdateOrReplace => SectionKind.UpdateOrReplace,
        ChangeKind.Delete => SectionKind.Delete,
        ChangeKind.Update => change.Resource.Kind == ResourceKind.Component ? SectionKind.AskedFor : SectionKind.Update,
        ChangeKind.Settings => SectionKind.Settings,
        ChangeKind.Outputs => SectionKind.Outputs,
        ChangeKind.Create => SectionKind.Create,
        ChangeKind.Import => SectionKind.Import,
        ChangeKind.Read => SectionKind.Read,
        _ => SectionKind.Rename,
    };
}
