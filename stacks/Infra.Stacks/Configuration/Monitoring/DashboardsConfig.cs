using Infra.Components.Monitoring.Dashboards;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Dashboards of models, pools and costs, and the rules that compute what they show.</summary>
public sealed record DashboardsConfig
{
    /// <summary>Whether there are any. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Folder of Grafana that has them. Default: Inference.</summary>
    [Matches("[A-Za-z0-9][A-Za-z0-9 _-]{0,38}[A-Za-z0-9]", "2 to 40 letters, digits, spaces, '-' and '_', with a letter or digit at both ends")]
    public string Folder { get; init; } = GrafanaDashboardsArgs.DefaultFolder;

    /// <summary>Identifier (<c>uid</c>) of Grafana's data source that is Prometheus; with <c>prometheusOperator</c> only. Default: prometheus, as the chart kube-prometheus-stack calls it.</summary>
    [Matches("[A-Za-z0-9_-]{1,40}", "1 to 40 letters, digits, '-' and '_'")]
    public string? PrometheusUid { get; init; }

    /// <summary>The same of the data source that is Loki; with <c>prometheusOperator</c> only. Default: none; dashboards show logs where <c>stack</c> and <c>logs.loki</c> are.</summary>
    [Matches("[A-Za-z0-9_-]{1,40}", "1 to 40 letters, digits, '-' and '_'")]
    public string? LokiUid { get; init; }
}
