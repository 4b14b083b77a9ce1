using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>An installed Prometheus operator.</summary>
public sealed record PrometheusOperatorConfig
{
    /// <summary>Namespace of Prometheus. Default: monitoring.</summary>
    [NonEmpty]
    public string Namespace { get; init; } = "monitoring";

    /// <summary>Labels by which the operator selects monitors and rules, e.g. <c>release: kube-prometheus-stack</c>.</summary>
    public ImmutableSortedDictionary<string, string> SelectorLabels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
