using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of jobs that mount volumes of the environment: all of their pods can, wherever they may run. Of claims that somebody else makes nothing is known.</summary>
internal static class JobVolumeRules
{
    /// <summary>The pods write only where they can, and several share what they mount.</summary>
    public static void Check(ConfiguredJob job, PlatformSettings settings, ConfigProblems problems)
    {
        JobPaths.Check(ConfigPath.Key(job.PodPath, "volumes"), [.. job.Pod.Volumes.Select(volume => volume.Path)], problems);
        foreach (var (path, mount, volume, _) in Volumes(job, settings))
        {
            if (volume.Access == VolumeAccess.ReadOnlyMany && !mount.ReadOnly)
            {
                problems.Add(ConfigPath.Key(path, "readOnly"), $"false, but the volume '{volume.Name}' is readOnlyMany, and nothing can be written there; set it to true, or give the volume another accessMode");
            }

            if (volume.Access == VolumeAccess.ReadWriteOnce && job.AtATime > 1)
            {
                var way = job.IsRay ? "use" : "run one at a time, or use";
                problems.Add(
                    ConfigPath.Key(path, "claim"),
                    $"{job.AtATime} pods at a time, but the volume '{volume.Name}' is readWriteOnce: one node has it, and a pod on another would wait for it; {way} a volume that nodes share ({VolumeKinds.Shared})");
            }
        }
    }

    /// <summary>The pools reach the volumes.</summary>
    public static void CheckPools(ConfiguredJob job, PlatformSettings settings, ConfigProblems problems)
    {
        foreach (var (_, _, volume, kind) in Volumes(job, settings))
        {
            MountedModelRules.CheckPools(job.Holder("pools"), job.Pod.Pools, volume, kind, settings, "the job's", "a pod", problems);
        }
    }

    private static IEnumerable<(string Path, JobVolumeConfig Mount, VolumeConfig Volume, VolumeKind Kind)> Volumes(ConfiguredJob job, PlatformSettings settings)
    {
        for (var i = 0; i < job.Pod.Volumes.Length; i++)
        {
            var mount = job.Pod.Volumes[i];
            if (settings.Storage.Volumes.FirstOrDefault(volume => volume.Name == mount.Claim) is { Kind: { } kind } volume)
            {
                yield return (ConfigPath.Index(ConfigPath.Key(job.PodPath, "volumes"), i), mount, volume, kind);
            }
        }
    }
}
