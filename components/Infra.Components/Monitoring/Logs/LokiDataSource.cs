using Infra.Components.Monitoring.Stack;
using Infra.Components.Shared;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring.Logs;

/// <summary>What Grafana of a <see cref="MonitoringStack"/> has to know of <see cref="Loki"/> (Grafana's documentation, "Provision Grafana", data sources).</summary>
public static class LokiDataSource
{
    /// <summary>Identifier by which dashboards name it.</summary>
    public const string Uid = "loki";

    /// <summary>The ConfigMap that Grafana's sidecar finds; JSON is YAML too.</summary>
    /// <param name="namespaceName">Namespace of the stack.</param>
    public static CoreV1.ConfigMapArgs ConfigMap(Input<string> namespaceName) => new()
    {
        Metadata = new Meta.ObjectMetaArgs
        {
            Name = "grafana-datasource-loki",
            Namespace = namespaceName,
            Labels = ManagedBy.Owned.Add(GrafanaLabels.DataSource, GrafanaLabels.Value),
        },
        Data = { ["loki.yaml"] = $"{Document().ToString(Formatting.Indented)}\n" },
    };

    private static JObject Document() => new()
    {
        ["apiVersion"] = 1,
        ["datasources"] = new JArray(new JObject
        {
            ["name"] = "Loki",
            ["uid"] = Uid,
            ["type"] = "loki",
            // Grafana asks, not the browser.
            ["access"] = "proxy",
            ["url"] = $"http://{Loki.Host}:{Loki.Port}",
            ["editable"] = false,
        }),
    };
}
