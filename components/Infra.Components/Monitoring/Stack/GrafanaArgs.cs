using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>
/// Grafana of a <see cref="MonitoringStack"/>. It keeps nothing: dashboards and data sources are ConfigMaps with the labels of <see cref="GrafanaLabels"/> in the
/// stack's namespace, whoever declares them.
/// </summary>
public sealed class GrafanaArgs : ResourceArgs
{
    /// <summary>Namespaces with data sources that it asks, beside its own. Default: none.</summary>
    [Input("dataSourceNamespaces")]
    public List<string> DataSourceNamespaces { get; init; } = [];
}
