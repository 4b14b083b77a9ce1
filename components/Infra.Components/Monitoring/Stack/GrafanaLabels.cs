namespace Infra.Components.Monitoring.Stack;

/// <summary>What Grafana's sidecars read: ConfigMaps of the stack's namespace (kiwigrid/k8s-sidecar 2.10.1, README).</summary>
public static class GrafanaLabels
{
    /// <summary>Label of a ConfigMap with dashboards; its value is <see cref="Value"/>.</summary>
    public const string Dashboard = "grafana_dashboard";

    /// <summary>Label of a ConfigMap with data sources; its value is <see cref="Value"/>.</summary>
    public const string DataSource = "grafana_datasource";

    /// <summary>Value of both labels.</summary>
    public const string Value = "1";

    /// <summary>Annotation of a ConfigMap with dashboards: the folder that Grafana shows them in.</summary>
    public const string FolderAnnotation = "grafana_folder";

    /// <summary>Identifier of the data source that is the stack's Prometheus.</summary>
    public const string PrometheusUid = "prometheus";

    /// <summary>Identifier of the data source that is the stack's Alertmanager.</summary>
    public const string AlertmanagerUid = "alertmanager";
}
