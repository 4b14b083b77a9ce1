using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>The dashboards of an environment.</summary>
public static class InferenceDashboards
{
    /// <summary>Those that have something to show.</summary>
    /// <param name="scope">What the environment has.</param>
    public static ImmutableArray<Dashboard> Of(DashboardScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            FleetDashboard.Of(scope),
            ModelDashboard.Of(scope),
            .. scope.Gpus ? [PoolDashboard.Of(scope)] : ImmutableArray<Dashboard>.Empty,
            .. scope.Prices is { } prices ? [CostDashboard.Of(scope, prices)] : ImmutableArray<Dashboard>.Empty,
        ];
    }
}
