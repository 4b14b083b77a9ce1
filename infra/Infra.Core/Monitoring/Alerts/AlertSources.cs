namespace Infra.Core.Monitoring.Alerts;

/// <summary>Who tells Prometheus something.</summary>
public sealed record AlertSources
{
    /// <summary>kube-state-metrics.</summary>
    public bool KubeState { get; init; }

    /// <summary>Whether it tells of our label of nodes, which says whose pool they are: it does where somebody told it to.</summary>
    public bool PoolLabels { get; init; }

    /// <summary>The kubelets.</summary>
    public bool Kubelet { get; init; }

    /// <summary>The DCGM exporter.</summary>
    public bool Gpus { get; init; }

    /// <summary>EKS' node monitoring agent, by conditions that kube-state-metrics tells.</summary>
    public bool NodeAgent { get; init; }

    /// <summary>Cluster Autoscaler.</summary>
    public bool ClusterAutoscaler { get; init; }

    /// <summary>Karpenter.</summary>
    public bool Karpenter { get; init; }

    /// <summary>Fluent Bit.</summary>
    public bool FluentBit { get; init; }

    /// <summary>Loki.</summary>
    public bool Loki { get; init; }

    /// <summary>The OpenTelemetry collector.</summary>
    public bool Collector { get; init; }
}
