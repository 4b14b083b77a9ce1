using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>Grafana's data sources, by the ids under which they were provisioned.</summary>
/// <param name="Prometheus">Id of Prometheus.</param>
/// <param name="Loki">Id of Loki; null where logs aren't kept there.</param>
public sealed record DataSources(string Prometheus, string? Loki)
{
    internal JObject OfMetrics() => new() { ["type"] = "prometheus", ["uid"] = Prometheus };

    internal JObject OfLogs() => Loki is null
        ? throw new InvalidOperationException("A panel of logs needs the id of Loki's data source.")
        : new() { ["type"] = "loki", ["uid"] = Loki };
}
