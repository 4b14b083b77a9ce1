using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What a change costs: the lines that differ, and nothing else.</summary>
/// <param name="Before">The estimate of the base.</param>
/// <param name="After">The estimate.</param>
/// <param name="Lines">Lines that are new, gone or of another amount; the greatest difference first.</param>
public sealed record CostDelta(CostReport Before, CostReport After, ValueList<ChangedLine> Lines)
{
    public decimal AtMinimum => After.AtMinimum - Before.AtMinimum;

    public decimal AtMaximum => After.AtMaximum - Before.AtMaximum;

    public static CostDelta Between(CostReport before, CostReport after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.Lines.ToDictionary(line => line.Id, StringComparer.Ordinal), after.Lines.ToDictionary(line => line.Id, StringComparer.Ordinal));
        return new CostDelta(before, after,
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(id => new ChangedLine(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
                .Where(line => line.IsChange)
                .OrderByDescending(line => Math.Abs(line.AtMaximum)).ThenByDescending(line => Math.Abs(line.AtMinimum)).ThenBy(line => line.Id, StringComparer.Ordinal),
        ]);
    }
}
