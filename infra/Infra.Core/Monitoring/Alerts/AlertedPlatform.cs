using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>A platform, as far as its alerts need to know it: what there is to be watched, and who tells of it. An alert on a metric that nobody publishes would never fire, and look like peace.</summary>
public sealed record AlertedPlatform
{
    /// <summary>Pools with accelerators, whose nodes carry our label.</summary>
    public ImmutableArray<AlertedPool> Pools { get; init; } = [];

    /// <summary>Namespaces of jobs and trainings; empty for none.</summary>
    public ImmutableArray<string> JobNamespaces { get; init; } = [];

    /// <summary>Namespace of the pods that hold room on pools.</summary>
    public required string HolderNamespace { get; init; }

    /// <summary>Namespace of the pods that fill caches of models; null for none.</summary>
    public string? CacheNamespace { get; init; }

    /// <summary>Backups of the cluster's objects; null for none.</summary>
    public AlertedBackup? Backup { get; init; }

    /// <summary>Who tells Prometheus something.</summary>
    public required AlertSources Sources { get; init; }
}
