using System.Globalization;

namespace Infra.Planning.Diffing;

/// <summary>A diff in one line.</summary>
internal static class DiffSummary
{
    public static string Of(PlanDiff diff)
    {
        if (diff.IsEmpty)
        {
            return $"no changes, {Text(diff.Unchanged)} unchanged";
        }
        var counts = KindWords.All.Select(kind => (kind.Doing, Count: diff.Count(kind.Kind))).Where(static kind => kind.Count > 0).Select(static kind => $"{Text(kind.Count)} {kind.Doing}");
        var line = string.Join(", ", [.. counts, $"{Text(diff.Unchanged)} unchanged"]);
        var (losses, refused) = (diff.Losses.Count(), diff.Changes.Count(static change => change.IsRefused));
        return line
            + (losses == 0 ? "" : $"; data may be lost with {Text(losses)} of them")
            + (refused == 0 ? "" : $"; {Text(refused)} protected, so Pulumi refuses the update");
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
