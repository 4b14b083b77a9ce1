using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Storage;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;

namespace Infra.Stacks.Rules;

/// <summary>Rules of jobs that mount volumes of the environment: all of their pods can, wherever they may run. Of claims that somebody else makes nothing is known.</summary>
internal static class JobVolumeRules
{
    public static void Check(ConfiguredJob job, int pods, PlatformSettings settings, ConfigProblems problems)
    {
        JobPaths.Check(ConfigPath.Key(job.PodPath, "volumes"), [.. job.Pod.Volumes.Select(volume => volume.Path)], problems);
        for (var i = 0; i < job.Pod.Volumes.Length; i++)
        {
            var mount = job.Pod.Volumes[i];
            if (settings.Storage.Volumes.FirstOrDefault(volume => volume.Name == mount.Claim) is not { Kind: { } kind } volume)
            {
                continue;
            }

            var path = ConfigPath.Index(ConfigPath.Key(job.PodPath, "volumes"), i);
            if (volume.Access == VolumeAccess.ReadOnlyMany && !mount.ReadOnly)
            {
                problems.Add(ConfigPath.Key(path, "readOnly"), $"false, but the volume '{volume.Name}' is readOnlyMany, and nothing can be written there; set it to true, or give the volume another accessMode");
            }

            if (volume.Access == VolumeAccess.ReadWriteOnce && pods > 1)
            {
                problems.Add(
                    ConfigPath.Key(path, "claim"),
                    $"{pods} pods at a time, but the volume '{volume.Name}' is readWriteOnce: one node has it, and a pod on another would wait for it; run one at a time, or use a volume that nodes share ({VolumeKinds.Shared})");
            }

            MountedModelRules.CheckPools(job.PodPath, job.Pod.Pools, volume, kind, settings, "the job's", "a pod", problems);
        }
    }
}
