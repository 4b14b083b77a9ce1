using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>Queries as Grafana's Prometheus data source reads them.</summary>
internal static class Target
{
    /// <summary>How queries are told apart within a panel: A, B, C …</summary>
    /// <param name="index">Position.</param>
    public static string Reference(int index) => ((char)('A' + index)).ToString();

    /// <summary>The query.</summary>
    public static JObject Of(DataSources sources, int index, PanelQuery query, bool instant, bool table) => new()
    {
        ["refId"] = Reference(index),
        ["datasource"] = sources.OfMetrics(),
        ["expr"] = query.PromQl.Text,
        ["legendFormat"] = query.Legend,
        ["format"] = table ? "table" : "time_series",
        ["instant"] = instant,
        ["range"] = !instant,
    };
}
