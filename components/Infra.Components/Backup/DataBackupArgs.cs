using Pulumi;

namespace Infra.Components.Backup;

/// <summary>Inputs of <see cref="DataBackup"/>.</summary>
public sealed class DataBackupArgs : ResourceArgs
{
    /// <summary>ARNs of file systems of EFS that are kept. Plain in number.</summary>
    [Input("fileSystemArns", required: true)]
    public required List<Input<string>> FileSystemArns { get; init; }

    /// <summary>ARNs of databases of RDS that are kept. Plain in number.</summary>
    [Input("databaseArns", required: true)]
    public required List<Input<string>> DatabaseArns { get; init; }

    /// <summary>Group of subnets into which the restore test puts databases; where none is said, AWS takes the default VPC, which many accounts don't have. Default: none.</summary>
    [Input("databaseSubnetGroup")]
    public Input<string>? DatabaseSubnetGroup { get; init; }

    /// <summary>Security groups of databases that the restore test makes: copies of the data, for nobody else than the data itself. Default: none, the VPC's default group.</summary>
    [Input("databaseSecurityGroupIds")]
    public InputList<string>? DatabaseSecurityGroupIds { get; init; }

    /// <summary>ARN of an SNS topic that is told of jobs that fail, those of the restore test among them; its policy must let <c>events.amazonaws.com</c> publish. Default: none.</summary>
    [Input("failureTopicArn")]
    public Input<string>? FailureTopicArn { get; init; }

    /// <summary>When: a cron expression of five fields.</summary>
    [Input("cron", required: true)]
    public required string Cron { get; init; }

    /// <summary>Time zone of all expressions by its IANA name.</summary>
    [Input("timeZone", required: true)]
    public required string TimeZone { get; init; }

    /// <summary>Days for which a recovery point is kept, 1 or more; no fewer than the vault's lock.</summary>
    [Input("retentionDays", required: true)]
    public required int RetentionDays { get; init; }

    /// <summary>Name of the vault.</summary>
    [Input("vaultName", required: true)]
    public required Input<string> VaultName { get; init; }

    /// <summary>ARN of the vault.</summary>
    [Input("vaultArn", required: true)]
    public required Input<string> VaultArn { get; init; }

    /// <summary>ARN of a vault in another region to which each recovery point is copied. Default: none.</summary>
    [Input("copyVaultArn")]
    public Input<string>? CopyVaultArn { get; init; }

    /// <summary>When AWS restores the last recovery point of each resource into a new one, and deletes that again: a cron expression of five fields. Default: never.</summary>
    [Input("restoreTestCron")]
    public string? RestoreTestCron { get; init; }
}
