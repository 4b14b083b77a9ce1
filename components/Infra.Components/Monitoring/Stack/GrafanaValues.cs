namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of Grafana.</summary>
internal static class GrafanaValues
{
    /// <summary>Its values. It has no volume: what it shows is declared, and what people change in it goes with its pod.</summary>
    /// <param name="enabled">Whether there is one.</param>
    /// <param name="hasAlertmanager">Whether it shows an Alertmanager.</param>
    public static Dictionary<string, object> Of(bool enabled, bool hasAlertmanager) => !enabled
        ? new() { ["enabled"] = false }
        : new()
        {
            ["enabled"] = true,
            ["admin"] = new Dictionary<string, object> { ["existingSecret"] = MonitoringStack.GrafanaAdmin, ["userKey"] = "admin-user", ["passwordKey"] = "admin-password" },
            ["resources"] = StackPods.Grafana.Values,
            ["testFramework"] = Off(),
            ["initChownData"] = Off(),
            // A role of its namespace: the chart's cluster role would read the Secrets of all.
            ["rbac"] = new Dictionary<string, object> { ["namespaced"] = true },
            ["sidecar"] = new Dictionary<string, object>
            {
                ["resources"] = StackPods.GrafanaSidecar.Values,
                ["dashboards"] = new Dictionary<string, object>
                {
                    ["enabled"] = true,
                    ["label"] = GrafanaLabels.Dashboard,
                    ["labelValue"] = GrafanaLabels.Value,
                    ["searchNamespace"] = MonitoringStack.Namespace,
                    ["resource"] = "configmap",
                    ["folderAnnotation"] = GrafanaLabels.FolderAnnotation,
                    ["provider"] = new Dictionary<string, object> { ["foldersFromFilesStructure"] = true },
                },
                ["datasources"] = new Dictionary<string, object>
                {
                    ["enabled"] = true,
                    ["label"] = GrafanaLabels.DataSource,
                    ["labelValue"] = GrafanaLabels.Value,
                    ["searchNamespace"] = MonitoringStack.Namespace,
                    ["resource"] = "configmap",
                    ["uid"] = GrafanaLabels.PrometheusUid,
                    ["alertmanager"] = new Dictionary<string, object> { ["enabled"] = hasAlertmanager, ["uid"] = GrafanaLabels.AlertmanagerUid },
                },
            },
            // Nothing is told to its maker, and nothing asked there.
            ["grafana.ini"] = new Dictionary<string, object>
            {
                ["analytics"] = new Dictionary<string, object> { ["check_for_updates"] = false, ["check_for_plugin_updates"] = false, ["reporting_enabled"] = false },
            },
        };

    private static Dictionary<string, object> Off() => new() { ["enabled"] = false };
}
