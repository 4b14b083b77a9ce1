using Infra.Core.Configuration;
using Infra.Core.Storage;

namespace Infra.Stacks.Rules;

/// <summary>What is to be kept is there, and so is what keeps it.</summary>
internal static class BackupRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("backup");
        if (settings.Backup is not { } backup || problems.Cover(path) || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(path, "AWS Backup and Velero's bucket are in AWS, which this environment doesn't have; use cluster.eks or cluster.existing, or remove the key");
            return;
        }

        if (backup.Data is { } data)
        {
            var at = ConfigPath.Key(path, "data");
            if (!settings.Storage.Volumes.Any(volume => volume.Kind == VolumeKind.Efs) && !RegistryRules.UsesRds(settings))
            {
                problems.Add(at, "there is nothing to keep: no volume is efs, and there is no registry with rds; buckets have versions and replicaRegion"
                    + (settings.Storage.Volumes.Any(volume => volume.Kind == VolumeKind.Lustre) ? ", and lustre shows such a bucket: AWS makes no backups of a file system that is linked to one" : ""));
            }

            if (data.CopyRegion is { } region && region == settings.Aws?.Region)
            {
                problems.Add(ConfigPath.Key(at, "copyRegion"), $"{Shown.Quoted(region)} is the environment's own region; a copy there goes with it");
            }

            // EventBridge reaches topics of its own region alone, and says nothing of what it couldn't deliver.
            if (data.FailureTopicArn?.Split(':') is [_, _, _, var topicRegion, ..] && settings.Aws is { } aws && topicRegion != aws.Region && !problems.Cover(ConfigPath.Key(at, "failureTopicArn")))
            {
                problems.Add(ConfigPath.Key(at, "failureTopicArn"), $"the topic is in {Shown.Quoted(topicRegion)}, and events stay in the environment's region; name a topic there");
            }

            if (data.Lock && !settings.Storage.Protect)
            {
                problems.Add(ConfigPath.Key(at, "lock"), "locked recovery points can't be deleted with their vault; set storage.protect, or do without the lock");
            }
        }
    }
}
