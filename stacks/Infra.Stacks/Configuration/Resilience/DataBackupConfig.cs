using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>AWS Backup of what the environment writes: its file systems of EFS and the database of its registry in RDS.</summary>
public sealed record DataBackupConfig : IConfigRules
{
    /// <summary>When. Default: its keys' defaults: each night, tried each week.</summary>
    public BackupScheduleConfig Schedule { get; init; } = new();

    /// <summary>Days for which a recovery point is kept. Default: 35.</summary>
    [InRange(Min = 1, Max = 36_500)]
    public int RetentionDays { get; init; } = 35;

    /// <summary>Region in which each recovery point has a copy. Default: none.</summary>
    [Matches(Regions.Pattern, Regions.Allowed)]
    public string? CopyRegion { get; init; }

    /// <summary>Whether nobody can delete a recovery point before its days are over, except who may take the lock off. Needs storage.protect. Default: false.</summary>
    public bool Lock { get; init; }

    /// <summary>Days after which nobody can take the lock off any more, AWS neither. Default: none, the lock can be taken off.</summary>
    [InRange(Min = 3, Max = 36_500)]
    public int? LockedForEverAfterDays { get; init; }

    /// <summary>
    /// ARN of an SNS topic of the environment's region that is told of backups, copies and restore tests that fail; its policy must let <c>events.amazonaws.com</c> publish, and so must its key, which
    /// can't be the one that AWS manages. Default: none, and who doesn't look doesn't know.
    /// </summary>
    [Matches(Arns.Topic, Arns.TopicAllowed)]
    public string? FailureTopicArn { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (this is { LockedForEverAfterDays: not null, Lock: false })
        {
            problems.Add(ConfigPath.Key(path, "lockedForEverAfterDays"), "there is no lock; set lock: true, or remove the line");
        }
    }
}
