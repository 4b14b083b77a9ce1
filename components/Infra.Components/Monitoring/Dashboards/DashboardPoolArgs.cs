using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;
using Pulumi;

namespace Infra.Components.Monitoring.Dashboards;

/// <summary>A pool that <see cref="GrafanaDashboards"/> show: nodes that have the label <c>gpu-inference/pool</c>.</summary>
public sealed class DashboardPoolArgs : ResourceArgs
{
    /// <summary>Name of the pool.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>What its nodes advertise of accelerators, such as <c>nvidia.com/gpu</c>. Default: nothing.</summary>
    [Input("resources")]
    public List<string> Resources { get; init; } = [];

    /// <summary>List price on demand of its instance types in US dollars per hour, of those whose price is known. Default: none.</summary>
    [Input("usdPerHour")]
    public Dictionary<string, double> UsdPerHour { get; init; } = [];

    internal FleetPool ToPool() => new(Name, [.. Resources], UsdPerHour.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
