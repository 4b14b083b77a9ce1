using System.Globalization;
using Infra.Components.Jobs;
using Infra.Components.Keda;
using Infra.Components.Shared;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Infra.Components.Batch;

/// <summary>The ScaledJob that starts a Job for what waits in a queue.</summary>
internal static class QueuedJob
{
    private const int KeptJobs = 10;

    private const int DayInSeconds = 24 * 60 * 60;

    /// <summary>Declares it, and as whom KEDA looks at the queue.</summary>
    public static void Create(ComponentResource parent, string name, BatchInferenceArgs args, JobSpec job, WorkQueue work, CustomResourceOptions after)
    {
        var queue = args.Queue!;
        var authentication = new TriggerAuthentication($"{name}-authentication", new TriggerAuthenticationArgs
        {
            Metadata = job.Metadata(),
            Spec = new TriggerAuthenticationSpecArgs { PodIdentity = new TriggerIdentityArgs { Provider = "aws" } },
        }, Children.Of(parent, work.ScalerPolicy));
        after.DependsOn.Add(authentication);
        _ = new ScaledJob($"{name}-scaled-job", new ScaledJobArgs
        {
            Metadata = job.WorkMetadata(),
            Spec = new ScaledJobSpecArgs
            {
                JobTargetRef = Job(args, job),
                PollingInterval = queue.PollSeconds,
                MaxReplicaCount = queue.MaxJobs,
                SuccessfulJobsHistoryLimit = KeptJobs,
                FailedJobsHistoryLimit = KeptJobs,
                // Work that runs is finished; what is new takes the new definition.
                Rollout = new ScaledJobRolloutArgs { Strategy = "gradual" },
                // Jobs = messages - running Jobs. SQS counts messages that are being worked on among them, so "accurate", which expects that it
                // doesn't, would start a second Job for each.
                ScalingStrategy = new ScaledJobStrategyArgs { Strategy = "default" },
                Triggers =
                {
                    new ScaleTriggerArgs
                    {
                        Type = "aws-sqs-queue",
                        Metadata =
                        {
                            ["awsRegion"] = queue.Region,
                            ["queueURL"] = work.Queue.Url,
                            ["queueLength"] = queue.MessagesPerJob.ToString(CultureInfo.InvariantCulture),
                            ["scaleOnInFlight"] = "true",
                        },
                        AuthenticationRef = new ScaleAuthenticationArgs { Name = args.JobName },
                    },
                },
            },
        }, after);
    }

    private static JobSpecArgs Job(BatchInferenceArgs args, JobSpec job)
    {
        var spec = new JobSpecArgs
        {
            BackoffLimit = args.Retries,
            PodFailurePolicy = JobFailures.Policy([.. args.FatalExitCodes], JobFailures.FailJob),
            TtlSecondsAfterFinished = args.TtlSeconds ?? DayInSeconds,
            Template = JobPod.Template(job),
        };
        if (args.DeadlineSeconds is { } deadline)
        {
            spec.ActiveDeadlineSeconds = deadline;
        }

        return spec;
    }
}
