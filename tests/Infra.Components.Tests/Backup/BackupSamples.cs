using Infra.Components.Backup;

namespace Infra.Components.Tests.Backup;

internal static class BackupSamples
{
    public const string FileSystem = "arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-1";
    public const string Database = "arn:aws:rds:eu-central-1:123456789012:db:mlflow";

    public static DataBackupArgs Data(string? restoreTest = "0 6 * * 0", string? copyVault = null, int retentionDays = 35, string cron = "30 3 * * 1-5", string? failureTopic = null) => new()
    {
        FileSystemArns = [FileSystem],
        DatabaseArns = [Database],
        DatabaseSubnetGroup = "mlflow-subnets",
        DatabaseSecurityGroupIds = new[] { "sg-1", "sg-2" },
        FailureTopicArn = failureTopic is null ? null : (Pulumi.Input<string>)failureTopic,
        Cron = cron,
        TimeZone = "Europe/Berlin",
        RestoreTestCron = restoreTest,
        RetentionDays = retentionDays,
        VaultName = "vault",
        VaultArn = "arn:aws:backup:eu-central-1:123456789012:backup-vault:vault",
        CopyVaultArn = copyVault is null ? null : (Pulumi.Input<string>)copyVault,
    };

    public static ClusterBackupArgs Cluster(string? restoreTest = "0 6 * * 0", string cron = "0 3 * * *", int retentionDays = 30) => new()
    {
        ClusterName = "gpu",
        BucketName = "backups",
        BucketPolicy = "{}",
        Region = "eu-central-1",
        Cron = cron,
        TimeZone = "Europe/Berlin",
        RestoreTestCron = restoreTest,
        RetentionDays = retentionDays,
    };
}
