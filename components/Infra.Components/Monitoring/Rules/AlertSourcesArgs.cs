using Infra.Core.Monitoring.Alerts;
using Pulumi;

namespace Infra.Components.Monitoring.Rules;

/// <summary>Who tells Prometheus something: an alert on what nobody tells would never fire, and look like peace. Where there is a Prometheus operator, kube-state-metrics and the kubelets are taken to be read.</summary>
public sealed class AlertSourcesArgs : ResourceArgs
{
    /// <summary>Whether kube-state-metrics tells of our label of nodes, which says whose pool they are. Default: false.</summary>
    [Input("poolLabels")]
    public bool PoolLabels { get; init; }

    /// <summary>Whether the DCGM exporter is read. Default: false.</summary>
    [Input("gpus")]
    public bool Gpus { get; init; }

    /// <summary>Whether EKS' node monitoring agent runs. Default: false.</summary>
    [Input("nodeAgent")]
    public bool NodeAgent { get; init; }

    /// <summary>Whether Cluster Autoscaler is read. Default: false.</summary>
    [Input("clusterAutoscaler")]
    public bool ClusterAutoscaler { get; init; }

    /// <summary>Whether Karpenter is read. Default: false.</summary>
    [Input("karpenter")]
    public bool Karpenter { get; init; }

    /// <summary>Whether Fluent Bit is read. Default: false.</summary>
    [Input("fluentBit")]
    public bool FluentBit { get; init; }

    /// <summary>Whether Loki is read. Default: false.</summary>
    [Input("loki")]
    public bool Loki { get; init; }

    /// <summary>Whether the OpenTelemetry collector is read. Default: false.</summary>
    [Input("collector")]
    public bool Collector { get; init; }

    internal AlertSources ToSources() => new()
    {
        KubeState = true,
        Kubelet = true,
        PoolLabels = PoolLabels,
        Gpus = Gpus,
        NodeAgent = NodeAgent,
        ClusterAutoscaler = ClusterAutoscaler,
        Karpenter = Karpenter,
        FluentBit = FluentBit,
        Loki = Loki,
        Collector = Collector,
    };
}
