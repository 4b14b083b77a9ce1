using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Jobs;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Batch;

/// <summary>Work on many inputs with a model: a list or shards of it worked through once, or whatever comes through a queue.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-service-account     identity of the pods, without an API token
/// NAME-network-policy      what they may reach; nobody calls them
/// NAME-role                optional: IAM role, with policy and association
/// NAME-items               items: ConfigMap with one file per index
/// NAME-job                 items and shards: indexed Job
/// NAME-queue               queue: SQS queue, with its policy
/// NAME-dead-letters        queue: what failed too often, with its policy
/// NAME-scaler-policy       queue: lets KEDA read the queue's length
/// NAME-data-policy         queue: the policy of the arguments, beside the one for the queue
/// NAME-authentication      queue: as whom KEDA looks
/// NAME-scaled-job          queue: starts a Job for what waits
/// </code>
/// Pools are not the component's, and neither is KEDA: name them in <c>DependsOn</c>.
/// </remarks>
public sealed class BatchInference : ComponentResource
{
    private const string Kind = "batch-inference";

    // Changes with the work, so that other work is another Job.
    private const string WorkChecksum = "gpu-inference/work-checksum";

    /// <summary>URL of the queue; empty without one.</summary>
    [Output("queueUrl")]
    public Output<string> QueueUrl { get; }

    /// <summary>URL of the queue of failed messages; empty without one.</summary>
    [Output("deadLetterUrl")]
    public Output<string> DeadLetterUrl { get; }

    /// <summary>Declares the batch.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public BatchInference(string name, BatchInferenceArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.BatchInference, name, args, options)
    {
        var problems = new ConfigProblems();
        BatchInferenceCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.BatchInference);
        (QueueUrl, DeadLetterUrl) = (Output.Create(""), Output.Create(""));
        if (args.Queue is null)
        {
            CreateIndexed(name, args, options);
        }
        else
        {
            var work = CreateQueued(name, args, options);
            (QueueUrl, DeadLetterUrl) = (work.Queue.Url, work.DeadLetters.Url);
        }

        RegisterOutputs();
    }

    private void CreateIndexed(string name, BatchInferenceArgs args, ComponentResourceOptions? options)
    {
        var work = new WorkList(args.Items);
        var job = Spec(args) with { Variables = ShardVariables(args), Annotations = RunOf(args, work) };
        var before = JobChildren.Create(this, name, job, JobAccess.Of(args.ClusterName, ("policy", args.Policy)), options).ToList();
        if (work.Count > 0)
        {
            before.Add(new K8s.Core.V1.ConfigMap($"{name}-items", new CoreV1.ConfigMapArgs
            {
                Metadata = job.Metadata(),
                Data = work.Files.ToDictionary(),
            }, Children.Of(this)));
        }

        var after = Children.Root(this, options, [.. before]);
        // Nothing of a Job's pods can change, and there can't be two of the name.
        after.DeleteBeforeReplace = true;
        _ = new K8s.Batch.V1.Job($"{name}-job", IndexedJob.For(args, job, args.Shards ?? work.Count), after);
    }

    private WorkQueue CreateQueued(string name, BatchInferenceArgs args, ComponentResourceOptions? options)
    {
        var work = new WorkQueue(this, name, args.Queue!, options);
        var job = Spec(args) with
        {
            Variables = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal)
                .Add("AWS_REGION", args.Queue!.Region)
                .Add("QUEUE_URL", work.Queue.Url),
        };
        var access = JobAccess.Of(args.ClusterName, ("policy", work.ConsumerPolicy()), ("data-policy", args.Policy));
        var before = JobChildren.Create(this, name, job, access, options);
        QueuedJob.Create(this, name, args, job, work, Children.Root(this, options, before));
        return work;
    }

    private static JobSpec Spec(BatchInferenceArgs args) => new()
    {
        Job = args.JobName,
        Namespace = args.Namespace,
        Component = Kind,
        Pod = args.Pod,
        FatalExitCodes = [.. args.FatalExitCodes],
    };

    private static ImmutableSortedDictionary<string, Input<string>> ShardVariables(BatchInferenceArgs args)
    {
        var variables = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);
        if (args.Shards is { } shards)
        {
            variables = variables.Add("WORK_SHARDS", shards.ToString(CultureInfo.InvariantCulture));
        }

        return args.WorkUri is { } uri ? variables.Add("WORK_URI", uri) : variables;
    }

    private static ImmutableSortedDictionary<string, string> RunOf(BatchInferenceArgs args, WorkList work)
    {
        var annotations = JobRun.Annotations(args.RunId);
        return work.Count > 0 ? annotations.Add(WorkChecksum, work.Checksum) : annotations;
    }
}
