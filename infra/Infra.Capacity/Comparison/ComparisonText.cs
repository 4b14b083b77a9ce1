using Infra.Planning.Rendering;

namespace Infra.Capacity.Comparison;

/// <summary>What a change does to latency, objectives and cost, as text.</summary>
public static class ComparisonText
{
    public static IEnumerable<TextLine> Render(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return [TextLine.Of(comparison.Summary, TextRole.Heading), .. TextTable.Render([.. ComparisonRows.Columns.Select(column => column.ToUpperInvariant())], ComparisonRows.Of(comparison))];
    }
}
