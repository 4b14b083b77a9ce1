using Infra.Components.Monitoring;
using Infra.Components.Monitoring.Stack;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Monitoring: what the cluster has already, or what the stack brings.</summary>
public sealed record MonitoringConfig : IConfigRules
{
    /// <summary>A Prometheus operator that the cluster has already. Default: none; without it and without <c>stack</c> models get no monitors.</summary>
    public PrometheusOperatorConfig? PrometheusOperator { get; init; }

    /// <summary>The Prometheus that models are scaled by. Default: that of <c>stack</c>; without both, models are scaled by CPU and memory, and on Ray by requests.</summary>
    public PrometheusConfig? Prometheus { get; init; }

    /// <summary>Prometheus with its operator, exporters and Grafana, installed here. Default: none.</summary>
    public StackConfig? Stack { get; init; }

    /// <summary>Who is told of alerts, and where their runbooks are read.</summary>
    public AlertingConfig Alerting { get; init; } = new();

    /// <summary>Logs of containers, kept beyond the life of their pods. Default: none.</summary>
    public LogsConfig? Logs { get; init; }

    /// <summary>Traces of requests to models. Default: none.</summary>
    public TracesConfig? Traces { get; init; }

    /// <summary>Dashboards of models, pools and costs. Default: those of its keys' defaults where <c>stack</c> has a Grafana, else none.</summary>
    public DashboardsConfig? Dashboards { get; init; }

    /// <summary>The dashboards that there are; null for none.</summary>
    internal DashboardsConfig? Shown => Dashboards switch
    {
        { Enabled: false } => null,
        null => Stack is { Grafana: true } ? new DashboardsConfig() : null,
        _ => Dashboards,
    };

    /// <summary>The Prometheus operator that there is, whoever brings it; the stack's finds monitors without labels.</summary>
    internal PrometheusOperatorConfig? Operator => PrometheusOperator ?? (Stack is null ? null : new PrometheusOperatorConfig { Namespace = MonitoringStack.Namespace });

    /// <summary>The Prometheus that KEDA asks, whoever brings it.</summary>
    internal PrometheusConfig? Asked => Prometheus ?? (Stack is null ? null : new PrometheusConfig { Url = MonitoringStack.PrometheusUrl });

    /// <summary>How Prometheus finds what a component exports; null where nothing scrapes.</summary>
    internal ScrapingArgs? Scraping() => Operator is { } found ? new ScrapingArgs { SelectorLabels = found.SelectorLabels.ToDictionary() } : null;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Stack is null)
        {
            return;
        }

        if (PrometheusOperator is not null)
        {
            problems.Add(ConfigPath.Key(path, "prometheusOperator"), "set together with stack, which brings an operator; remove one of them");
        }

        if (Prometheus is { Url: not null })
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "prometheus"), "url"), "set together with stack, whose Prometheus is asked by itself; remove one of them");
        }
    }
}
