using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Jobs;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Training;

/// <summary>A training on one node, with any number of its devices: once, or again and again by a schedule.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-service-account   identity of the pods, without an API token
/// NAME-network-policy    what they may reach; nobody calls them
/// NAME-role              optional: IAM role, with policy and association
/// NAME-job               without a schedule: Job
/// NAME-cron-job          with one: CronJob
/// </code>
/// Pools, volumes and the registry are not the component's: name them in <c>DependsOn</c>.
/// </remarks>
public sealed class TrainingJob : ComponentResource
{
    private const string Kind = "training";

    // A training may take days; an update doesn't wait for it.
    private const string SkipAwait = "pulumi.com/skipAwait";

    // Its variables are torchrun's arguments: PET_ and the argument's name (PyTorch, torch/distributed/argparse_util.py).
    private const string ProcessesPerNode = "PET_NPROC_PER_NODE";

    private const int KeptRuns = 3;
    private const int WeekInSeconds = 7 * 24 * 60 * 60;

    /// <summary>Declares the training.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public TrainingJob(string name, TrainingJobArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.TrainingJob, name, args, options)
    {
        var problems = new ConfigProblems();
        TrainingJobCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.TrainingJob);
        var job = new JobSpec
        {
            Job = args.JobName,
            Namespace = args.Namespace,
            Component = Kind,
            Pod = args.Pod,
            Variables = Variables(args),
            Annotations = JobRun.Annotations(args.RunId),
            FatalExitCodes = [.. args.FatalExitCodes],
        };
        var before = JobChildren.Create(this, name, job, JobAccess.Of(args.ClusterName, ("policy", args.Policy)), options);
        if (args.Schedule is { } schedule)
        {
            _ = new K8s.Batch.V1.CronJob($"{name}-cron-job", Scheduled(args, schedule, job), Children.Root(this, options, before));
        }
        else
        {
            var after = Children.Root(this, options, before);
            // Nothing of a Job's pods can change, and there can't be two of the name.
            after.DeleteBeforeReplace = true;
            _ = new K8s.Batch.V1.Job($"{name}-job", Once(args, job), after);
        }

        RegisterOutputs();
    }

    private static ImmutableSortedDictionary<string, Input<string>> Variables(TrainingJobArgs args)
    {
        var variables = TrainingVariables.Of(args.CheckpointUri, args.TrackingUri);
        return args.Pod.Resources.Devices > 1
            ? variables.Add(ProcessesPerNode, args.Pod.Resources.Devices.ToString(CultureInfo.InvariantCulture))
            : variables;
    }

    private static JobArgs Once(TrainingJobArgs args, JobSpec job)
    {
        var metadata = job.WorkMetadata();
        metadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        return new JobArgs { Metadata = metadata, Spec = Run(args, job, args.TtlSeconds) };
    }

    private static CronJobArgs Scheduled(TrainingJobArgs args, TrainingScheduleArgs schedule, JobSpec job) => new()
    {
        Metadata = job.Metadata(),
        Spec = new CronJobSpecArgs
        {
            Schedule = schedule.Cron,
            TimeZone = schedule.TimeZone,
            ConcurrencyPolicy = schedule.Concurrency,
            StartingDeadlineSeconds = schedule.StartingDeadlineSeconds,
            SuccessfulJobsHistoryLimit = KeptRuns,
            FailedJobsHistoryLimit = KeptRuns,
            Suspend = schedule.Suspend,
            JobTemplate = new JobTemplateSpecArgs
            {
                Metadata = new Meta.ObjectMetaArgs { Labels = job.WorkLabels },
                Spec = Run(args, job, args.TtlSeconds ?? WeekInSeconds),
            },
        },
    };

    private static JobSpecArgs Run(TrainingJobArgs args, JobSpec job, int? ttlSeconds)
    {
        var spec = new JobSpecArgs
        {
            BackoffLimit = args.Retries,
            PodFailurePolicy = JobFailures.Policy(job.FatalExitCodes, JobFailures.FailJob),
            Template = JobPod.Template(job),
        };
        if (args.DeadlineSeconds is { } deadline)
        {
            spec.ActiveDeadlineSeconds = deadline;
        }

        if (ttlSeconds is { } ttl)
        {
            spec.TtlSecondsAfterFinished = ttl;
        }

        return spec;
    }
}
