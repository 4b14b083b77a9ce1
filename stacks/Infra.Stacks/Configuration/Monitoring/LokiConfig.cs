using System.Collections.Immutable;
using Infra.Components.Monitoring.Logs;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Loki. Whether its bucket, or the volume that holds the logs, outlives the environment says <c>storage.protect</c>.</summary>
public sealed record LokiConfig : IConfigRules
{
    /// <summary>Days that logs are kept. Default: 30.</summary>
    [InRange(Min = 1, Max = 3650)]
    public int RetentionDays { get; init; } = LokiArgs.DefaultRetentionDays;

    /// <summary>Pods: 1; on EKS also 3 and more, of which one may be missing without a loss. Default: 1.</summary>
    [InRange(Min = 1, Max = 30)]
    public int Replicas { get; init; } = 1;

    /// <summary>Memory of a pod, requested and at most. Default: 1Gi.</summary>
    [InRange<ByteSize>(Min = "256Mi", Max = "64Gi")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(1);

    /// <summary>Size of each pod's volume: what isn't in the bucket yet; without a bucket all logs. Default: 10Gi.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "16Ti")]
    public ByteSize Storage { get; init; } = ByteSize.FromGibibytes(10);

    /// <summary>Storage class of the volumes. Default: disks of EBS in a cluster of the stack (cluster.eks), elsewhere the cluster's own default.</summary>
    [NonEmpty]
    public string? StorageClass { get; init; }

    /// <summary>Namespaces whose pods may ask for logs, beside that of Prometheus and Grafana. Nobody is asked who he is. Default: none.</summary>
    public ImmutableArray<string> ReaderNamespaces { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Replicas == 2)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), "2 pods outlive the loss of one no better than 1 does; use 1, or 3 and more");
        }
    }
}
