using Infra.Core.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Nothing writes to a bucket of somebody else, nor asks for more than its files; and it is where the environment is.</summary>
internal static class ExistingBucketRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var existing = settings.Storage.Buckets.Where(bucket => !bucket.IsOwn).DistinctBy(bucket => bucket.Name).ToDictionary(bucket => bucket.Name, bucket => bucket.Platform ? "platform" : "existing", StringComparer.Ordinal);
        for (var i = 0; i < settings.Storage.Buckets.Length; i++)
        {
            CheckKey($"{PlatformRules.At("storage.buckets", i)}.existing.keyArn", settings.Storage.Buckets[i].Existing?.KeyArn, settings, problems);
        }

        foreach (var (path, directory) in Written(settings))
        {
            if (BucketDirectory.TryParse(directory) is { } s3 && existing.TryGetValue(s3.Bucket, out var owner) && !problems.Cover(path))
            {
                problems.Add(path, $"'{s3.Bucket}' is somebody else's bucket ({owner}), which is read only; write to a bucket of the environment's own");
            }
        }

        for (var i = 0; i < settings.Storage.Volumes.Length; i++)
        {
            if (settings.Storage.Volumes[i].Lustre is { } lustre && existing.TryGetValue(lustre.Bucket, out var owner))
            {
                problems.Add(
                    $"{PlatformRules.At("storage.volumes", i)}.lustre.bucket",
                    $"'{lustre.Bucket}' is somebody else's bucket ({owner}), whose key lets no file system in; link a bucket of the environment's own, or read it by s3");
            }
        }
    }

    private static IEnumerable<(string Path, string Directory)> Written(PlatformSettings settings) =>
    [
        .. ConfiguredJob.Of(settings).SelectMany(job => job.Pod.Writes.Select(written => (ConfigPath.Key(ConfigPath.Key(job.PodPath, "writes"), written.Key), written.Value))),
        .. settings.Trainings.Select((training, i) => (ConfigPath.Key(PlatformRules.At("trainings", i), "checkpoints"), training.Checkpoints ?? "")),
        (ConfigPath.Key(PlatformRules.Key("registry"), "artifacts"), settings.Registry?.Artifacts ?? ""),
    ];

    // Of another account or region it could be read by nobody here: rights of the role alone are not enough, and a key is of one region.
    private static void CheckKey(string path, string? key, PlatformSettings settings, ConfigProblems problems)
    {
        if (key?.Split(':') is not [_, _, _, var region, var account, ..] || settings.Aws is not { } aws || problems.Cover(path))
        {
            return;
        }

        if (region != aws.Region || account != aws.AccountId)
        {
            problems.Add(path, $"the key is one of {account} in {region}, but the environment is in {aws.AccountId} in {aws.Region}; name a copy of the bucket that is there too");
        }
    }
}
