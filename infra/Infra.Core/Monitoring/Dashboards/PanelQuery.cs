using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>What a panel asks Prometheus for: series that recording rules make, so that a dashboard costs the same with ten models and with a thousand pods.</summary>
/// <param name="PromQl">The expression.</param>
/// <param name="Legend">How a series is called, with labels as <c>{{model}}</c>.</param>
public sealed record PanelQuery(Expression PromQl, string Legend);
