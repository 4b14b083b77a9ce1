using Infra.Components.Footprints;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Inputs of <see cref="MonitoringStack"/>.</summary>
public sealed class MonitoringStackArgs : ResourceArgs
{
    /// <summary>
    /// Name of the EKS cluster, which must run the Pod Identity agent add-on; required with <see cref="RemoteWrite"/> and with topics of
    /// <see cref="Alertmanager"/>. Default: none; then nothing of the stack has an identity in AWS.
    /// </summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>The Prometheus server. Default: as its inputs say.</summary>
    [Input("prometheus")]
    public PrometheusServerArgs Prometheus { get; init; } = new();

    /// <summary>Grafana. Default: none.</summary>
    [Input("grafana")]
    public GrafanaArgs? Grafana { get; init; }

    /// <summary>Who sends alerts to people. Default: none; then alerts are only seen by who looks at Prometheus.</summary>
    [Input("alertmanager")]
    public AlertmanagerArgs? Alertmanager { get; init; }

    /// <summary>A workspace of Amazon Managed Prometheus that gets a copy of all metrics. Default: none.</summary>
    [Input("remoteWrite")]
    public RemoteWriteArgs? RemoteWrite { get; init; }

    /// <summary>Labels of everything that leaves this Prometheus: alerts, and what is written to a workspace. Default: none.</summary>
    [Input("externalLabels")]
    public Dictionary<string, string> ExternalLabels { get; init; } = [];

    /// <summary>Namespaces whose pods may ask Prometheus, beside its own. Default: none.</summary>
    [Input("queryNamespaces")]
    public List<string> QueryNamespaces { get; init; } = [];

    /// <summary>Derived: the pods that the chart and its operator make.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(StackFootprints.Of(Prometheus, Grafana is not null, Alertmanager?.Replicas ?? 0));
}
