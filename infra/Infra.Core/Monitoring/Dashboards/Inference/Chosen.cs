using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>Choices above dashboards, and what is shown of what was chosen.</summary>
internal static class Chosen
{
    public static DashboardVariable Namespace { get; } = new("namespace", "Namespace", RecordedSeries.ReadyPods.Now(), "namespace");

    public static DashboardVariable Model { get; } = new("model", "Model", RecordedSeries.ReadyPods.Now(In(Namespace)), "model");

    public static DashboardVariable Pool { get; } = new("pool", "Pool", RecordedSeries.PoolNodes.Now(), "pool");

    /// <summary>A series of the models that were chosen.</summary>
    public static Expression OfModels(GaugeMetric series) => series.Now(In(Namespace), In(Model));

    /// <summary>A series of the pools that were chosen.</summary>
    public static Expression OfPools(GaugeMetric series) => series.Now(In(Pool));

    /// <summary>Lines of the models that were chosen, a third of a line wide.</summary>
    public static TimeSeriesPanel ModelLines(string title, string description, Unit unit, params (GaugeMetric Series, string Name)[] series) =>
        Lines(title, description, unit, [.. series.Select(one => new PanelQuery(OfModels(one.Series), $"{{{{model}}}} {one.Name}"))]);

    /// <summary>The same of the pools that were chosen.</summary>
    public static TimeSeriesPanel PoolLines(string title, string description, Unit unit, params (GaugeMetric Series, string Name)[] series) =>
        Lines(title, description, unit, [.. series.Select(one => new PanelQuery(OfPools(one.Series), $"{{{{pool}}}} {one.Name}"))]);

    private static TimeSeriesPanel Lines(string title, string description, Unit unit, ImmutableArray<PanelQuery> queries) => new()
    {
        Title = title,
        Description = description,
        Width = PanelWidth.Third,
        Unit = unit,
        Of = queries,
    };

    private static Matcher In(DashboardVariable variable) => Matcher.Like(variable.Name, $"${variable.Name}");
}
