namespace Infra.Planning.Diffing.Rendering;

/// <summary>How much of a diff isn't shown, and why.</summary>
internal static class FoldedCounts
{
    private static readonly (Fold Fold, string One, string Many)[] _words =
    [
        (Fold.VersionLabel, "label that only repeats a version", "labels that only repeat a version"),
        (Fold.Checksum, "checksum", "checksums"),
        (Fold.Order, "list in another order that says nothing", "lists in another order that says nothing"),
        (Fold.Format, "JSON text written otherwise", "JSON texts written otherwise"),
        (Fold.Ignored, "value under ignoreChanges", "values under ignoreChanges"),
        (Fold.Hidden, "value under hideDiffs", "values under hideDiffs"),
        (Fold.Dependency, "dependency of a resource with values that aren't known", "dependencies of resources with values that aren't known"),
        (Fold.NotComparable, "value that only one side knows", "values that only one side knows"),
    ];

    /// <summary>One line for each fold there is.</summary>
    public static IEnumerable<string> Of(PlanDiff diff)
    {
        var counts = diff.Changes.Concat(diff.Quiet).SelectMany(static change => change.Inputs.Concat(change.Settings)).CountBy(static input => input.Fold).ToDictionary();
        foreach (var (fold, one, many) in _words)
        {
            if (counts.TryGetValue(fold, out var count))
            {
                yield return count == 1 ? $"1 {one}" : $"{Titles.Text(count)} {many}";
            }
        }
        if (diff.Changes.Count(DiffSections.IsFolded) is > 0 and var folded)
        {
            yield return folded == 1 ? "1 resource in which nothing else changes" : $"{Titles.Text(folded)} resources in which nothing else changes";
        }
    }

    /// <summary>What nobody can compare, in a line each.</summary>
    public static IEnumerable<string> Hidden(PlanDiff diff) =>
    [
        .. Told(diff.Secrets, "is secret", "are secret"),
        .. Told(diff.Unknowns, "isn't known", "aren't known"),
    ];

    private static string[] Told(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [$"1 value {one} before and after: whether it changes can't be told"],
        _ => [$"{Titles.Text(count)} values {many} before and after: whether they change can't be told"],
    };
}
