using Infra.Components.Jobs;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Batch;

/// <summary>The Job whose pods each work on one index.</summary>
internal static class IndexedJob
{
    /// <summary>Variable with the pod's index.</summary>
    public const string Index = "WORK_INDEX";

    // A batch may take days; an update doesn't wait for it.
    private const string SkipAwait = "pulumi.com/skipAwait";

    private const string ItemsVolume = "work-items";
    private const string ItemsDirectory = "/work-items";

    /// <summary>The Job's inputs.</summary>
    /// <param name="args">The batch.</param>
    /// <param name="job">What its objects have in common.</param>
    /// <param name="completions">Number of indexes.</param>
    public static JobArgs For(BatchInferenceArgs args, JobSpec job, int completions)
    {
        var metadata = job.WorkMetadata();
        metadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        var spec = new JobSpecArgs
        {
            CompletionMode = "Indexed",
            Completions = completions,
            Parallelism = Math.Min(args.Parallelism, completions),
            BackoffLimitPerIndex = args.Retries,
            PodFailurePolicy = JobFailures.Policy(job.FatalExitCodes, JobFailures.FailIndex),
            Template = JobPod.Template(job, (pod, container) => AddIndex(args, pod, container)),
        };
        if (args.MaxFailedIndexes is { } failed)
        {
            spec.MaxFailedIndexes = failed;
        }

        if (args.DeadlineSeconds is { } deadline)
        {
            spec.ActiveDeadlineSeconds = deadline;
        }

        if (args.TtlSeconds is { } ttl)
        {
            spec.TtlSecondsAfterFinished = ttl;
        }

        return new JobArgs { Metadata = metadata, Spec = spec };
    }

    private static void AddIndex(BatchInferenceArgs args, CoreV1.PodSpecArgs pod, CoreV1.ContainerArgs container)
    {
        // Kubernetes sets JOB_COMPLETION_INDEX too, but after ours, and a variable can only hold those before it.
        container.Env.Add(new CoreV1.EnvVarArgs
        {
            Name = Index,
            ValueFrom = new CoreV1.EnvVarSourceArgs
            {
                FieldRef = new CoreV1.ObjectFieldSelectorArgs { FieldPath = "metadata.annotations['batch.kubernetes.io/job-completion-index']" },
            },
        });
        if (args.Items.Count == 0)
        {
            return;
        }

        container.Env.Add(JobPod.Variable("WORK_ITEM_FILE", $"{ItemsDirectory}/$({Index})"));
        container.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = ItemsVolume, MountPath = ItemsDirectory, ReadOnly = true });
        pod.Volumes.Add(new CoreV1.VolumeArgs { Name = ItemsVolume, ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = args.JobName } });
    }
}
