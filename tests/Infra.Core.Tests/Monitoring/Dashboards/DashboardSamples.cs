using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>Panels.</summary>
internal static class DashboardSamples
{
    public static readonly GaugeMetric Series = new("model:things:sum", new Exporter("rules", "1", "here"), "model");

    public static readonly DataSources Sources = new("prometheus", "loki");

    public static StatPanel Stat(string title, PanelWidth width = PanelWidth.Quarter) => new()
    {
        Title = title,
        Description = "What it is.",
        Width = width,
        Unit = Unit.Ratio,
        Of = [new PanelQuery(Series.Now().Sum(), "all")],
        Thresholds = [new Threshold(0.5, ThresholdColor.Orange)],
    };

    public static TimeSeriesPanel Lines(string title, PanelWidth width = PanelWidth.Half) => new()
    {
        Title = title,
        Description = "What it is.",
        Width = width,
        Unit = Unit.Seconds,
        Of = [new PanelQuery(Series.Now(), "{{model}}"), new PanelQuery(Series.Now().Max(), "most")],
    };

    public static LogsPanel Logs(string title, PanelWidth width = PanelWidth.Full) =>
        new("{namespace=\"inference\"}") { Title = title, Description = "What it is.", Width = width };

    public static Dashboard Of(params Panel[] panels) => new() { Uid = "test-dashboard", Title = "Test", Description = "A test.", Rows = [new DashboardRow("Row", [.. panels])] };
}
