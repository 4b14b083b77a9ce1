using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Velero, with a bucket of its own.</summary>
public sealed record ClusterBackupConfig
{
    /// <summary>When. Default: its keys' defaults: each night, tried each week.</summary>
    public BackupScheduleConfig Schedule { get; init; } = new();

    /// <summary>Days for which a backup is kept. Default: 30.</summary>
    [InRange(Min = 1, Max = 3650)]
    public int RetentionDays { get; init; } = 30;
}
