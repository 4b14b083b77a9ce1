using System.Collections.Immutable;
using System.Reflection;

namespace Infra.Core.Versions;

/// <summary>Every Helm chart that the pins name.</summary>
public static class PinnedCharts
{
    /// <summary>In the order of their names, each once.</summary>
    public static ImmutableArray<ChartPin> All { get; } =
    [
        .. typeof(Pins).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ChartPin>()
            .OrderBy(chart => chart.Name, StringComparer.Ordinal),
    ];
}
