using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Prometheus with its operator, exporters of nodes and of Kubernetes' objects, and Grafana: the chart kube-prometheus-stack.</summary>
public sealed record StackConfig
{
    /// <summary>Servers of Prometheus; of two, each scrapes everything, so that one may be away. Default: 1.</summary>
    [InRange(Min = 1, Max = 2)]
    public int Replicas { get; init; } = 1;

    /// <summary>How long metrics are kept; 15 days are 360h. Default: 360h0m0s.</summary>
    [InRange<GoDuration>(Min = "2h", Max = "17520h")]
    public GoDuration Retention { get; init; } = new(360 * 3_600_000L);

    /// <summary>Where metrics are kept.</summary>
    public StackStorageConfig Storage { get; init; } = new();

    /// <summary>CPU that one server requests. Default: 500m.</summary>
    [InRange<CpuQuantity>(Min = "50m", Max = "32")]
    public CpuQuantity Cpu { get; init; } = new(500);

    /// <summary>Memory of one server, requested and at most; it holds the series of the last hours. Default: 2Gi.</summary>
    [InRange<ByteSize>(Min = "256Mi", Max = "256Gi")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(2);

    /// <summary>Whether there is a Grafana, with dashboards of the cluster and of models. Default: true.</summary>
    public bool Grafana { get; init; } = true;

    /// <summary>Labels of all alerts, and of all metrics that are written elsewhere, beside <c>environment</c> and <c>cluster</c>. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> ExternalLabels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A workspace of Amazon Managed Prometheus that gets a copy of all metrics, on EKS. Default: none.</summary>
    public StackRemoteWriteConfig? RemoteWrite { get; init; }
}
