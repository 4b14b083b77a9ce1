using Infra.Components.Backup;
using Infra.Components.Registry;
using Infra.Components.Storage;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Backups of the environment's data, and of what others put into its cluster.</summary>
internal static class PlatformBackup
{
    private const string Bucket = "cluster-backup";

    /// <summary>Declares what the configuration asks for.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">All providers.</param>
    /// <param name="volumes">Volumes by their name.</param>
    /// <param name="registry">The registry with a database in RDS; null where there is none.</param>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, Providers providers, IReadOnlyDictionary<string, ModelVolume> volumes, ModelRegistry? registry)
    {
        if (settings.Backup?.Data is { } data)
        {
            var vault = Vault("backup", settings, data, providers.Component());
            var copy = data.CopyRegion is { } region ? Vault("backup-copy", settings, data, providers.ComponentIn(region)) : null;
            _ = new DataBackup("data-backup", new DataBackupArgs
            {
                FileSystemArns = [.. settings.Storage.Volumes.Where(volume => volume.Kind == VolumeKind.Efs).Select(volume => (Input<string>)volumes[volume.Name].FileSystemArn)],
                DatabaseArns = registry is null ? [] : [registry.DatabaseArn],
                DatabaseSubnetGroup = registry is null ? null : (Input<string>)registry.DatabaseSubnetGroup,
                DatabaseSecurityGroupIds = registry is null ? null : (InputList<string>)registry.DatabaseSecurityGroupIds,
                FailureTopicArn = data.FailureTopicArn is { } topic ? (Input<string>)topic : null,
                Cron = data.Schedule.Cron,
                TimeZone = data.Schedule.TimeZone,
                RestoreTestCron = data.Schedule.RestoreTest,
                RetentionDays = data.RetentionDays,
                VaultName = vault.VaultName,
                VaultArn = vault.VaultArn,
                CopyVaultArn = copy is null ? null : (Input<string>)copy.VaultArn,
            }, providers.Component([.. new Resource?[] { vault, copy }.OfType<Resource>()]));
        }

        if (settings.Backup?.Cluster is { } objects)
        {
            var bucket = new ModelBucket(Bucket, new ModelBucketArgs { Protect = settings.Storage.Protect }, providers.Component());
            _ = new ClusterBackup("velero", new ClusterBackupArgs
            {
                ImageCache = CachedImages.ToArgs(settings),
                ClusterName = cluster.EksName!,
                BucketName = bucket.BucketName,
                BucketPolicy = ModelBucket.GrantPolicy([new BucketGrant(bucket, "", Writes: true)]),
                Region = settings.Aws!.Region,
                Cron = objects.Schedule.Cron,
                TimeZone = objects.Schedule.TimeZone,
                RestoreTestCron = objects.Schedule.RestoreTest,
                RetentionDays = objects.RetentionDays,
                Scraping = settings.Monitoring.Scraping(),
            }, providers.Component([bucket, .. cluster.Ready]));
        }
    }

    /// <summary>Whether the settings ask for Velero.</summary>
    public static bool HasVelero(PlatformSettings settings) => settings.Backup?.Cluster is not null;

    private static BackupVault Vault(string name, PlatformSettings settings, DataBackupConfig data, ComponentResourceOptions options) => new(name, new BackupVaultArgs
    {
        Protect = settings.Storage.Protect,
        LockDays = data.Lock ? data.RetentionDays : null,
        ChangeableDays = data.LockedForEverAfterDays,
    }, options);
}
