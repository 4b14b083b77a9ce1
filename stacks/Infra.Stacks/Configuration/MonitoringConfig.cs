using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Monitoring that the cluster already has.</summary>
public sealed record MonitoringConfig
{
    /// <summary>The installed Prometheus operator; left out where there is none, and models get no monitors then.</summary>
    public PrometheusOperatorConfig? PrometheusOperator { get; init; }

    /// <summary>The Prometheus that models are scaled by. Default: none; then models are scaled by CPU and memory, and on Ray by requests.</summary>
    public PrometheusConfig? Prometheus { get; init; }

    /// <summary>Who is told of alerts, and where their runbooks are read.</summary>
    public AlertingConfig Alerting { get; init; } = new();
}

/// <summary>An installed Prometheus operator.</summary>
public sealed record PrometheusOperatorConfig
{
    /// <summary>Namespace of Prometheus. Default: monitoring.</summary>
    [NonEmpty]
    public string Namespace { get; init; } = "monitoring";

    /// <summary>Labels by which the operator selects monitors and rules, e.g. <c>release: kube-prometheus-stack</c>.</summary>
    public ImmutableSortedDictionary<string, string> SelectorLabels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
