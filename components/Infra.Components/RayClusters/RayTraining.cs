using System.Collections.Immutable;
using Infra.Components.Jobs;
using Infra.Components.Serving;
using Infra.Components.Serving.Backends;
using Infra.Components.Serving.Ray;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.RayClusters;

/// <summary>A training over many nodes, on a cluster of Ray that is there for it alone.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-service-account   identity of the pods; only the head's autoscaler has an API token
/// NAME-network-policy    the pods among themselves, the operator, and Prometheus
/// NAME-role              optional: IAM role, with policy and association
/// NAME-ray-job           RayJob, of which KubeRay makes a cluster and the Job that submits
/// NAME-monitor           optional: PodMonitor of the cluster's pods
/// </code>
/// Pools, volumes, the registry and <see cref="KubeRayOperator"/> are not the component's: name them in <c>DependsOn</c>.
/// </remarks>
public sealed class RayTraining : ComponentResource
{
    private const string Kind = "training";
    private const string Submitter = "ray-submitter";
    private const string SubmitterScratch = "1Gi";

    /// <summary>Declares the training.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public RayTraining(string name, RayTrainingArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.RayTraining, name, args, options)
    {
        Check(name, args);
        var job = new JobSpec
        {
            Job = args.JobName,
            Namespace = args.Namespace,
            Component = Kind,
            Pod = args.Nodes.Head.Pod,
            Variables = TrainingVariables.Of(args.CheckpointUri, args.TrackingUri),
            Annotations = JobRun.Annotations(args.RunId),
        };
        var before = JobChildren.Create(
            this, name, job, JobAccess.Of(args.ClusterName, ("policy", args.Policy)), options, RayNetwork.Policy(args.JobName, args.Nodes.Redis, args.PrometheusNamespace));
        var metadata = job.WorkMetadata();
        // A training may take days; an update doesn't wait for it.
        metadata.Annotations = Await.Nothing();
        var after = Children.Root(this, options, before);
        // KubeRay takes no notice of these once the job has begun, and there can't be two of the name.
        after.ReplaceOnChanges.AddRange(["spec.entrypoint", "spec.runtimeEnvYAML", "spec.rayClusterSpec"]);
        after.DeleteBeforeReplace = true;
        _ = new KubeRayJob($"{name}-ray-job", new KubeRayJobArgs { Metadata = metadata, Spec = Spec(args, job) }, after);
        RayMonitor.Create(this, name, args.JobName, args.Namespace, args.Scraping);
        RegisterOutputs();
    }

    private void Check(string name, RayTrainingArgs args)
    {
        var problems = new ConfigProblems();
        JobCheck.CheckName(ConfigPath.Key(name, "jobName"), args.JobName, JobNames.MaxRayLength, problems);
        RayNodesCheck.Run(ConfigPath.Key(name, "nodes"), args.Nodes, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "retries"), args.Retries, 0, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "deadlineSeconds"), args.DeadlineSeconds, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "keepSeconds"), args.KeepSeconds, 0, problems);
        if (string.IsNullOrWhiteSpace(args.Entrypoint))
        {
            problems.Add(ConfigPath.Key(name, "entrypoint"), "empty; say which command trains");
        }

        RayNodesCheck.CheckAccess(name, args.Policy, args.ClusterName, problems);
        problems.ThrowAt(this, ComponentTypes.RayTraining);
    }

    private static KubeRayJobSpecArgs Spec(RayTrainingArgs args, JobSpec job) => new()
    {
        Entrypoint = args.Entrypoint,
        RuntimeEnvYAML = args.RuntimeEnvironment is { } environment ? (Input<string>)environment : null,
        BackoffLimit = args.Retries,
        ActiveDeadlineSeconds = args.DeadlineSeconds is { } deadline ? (Input<int>)deadline : null,
        // Else its nodes stay for nothing.
        ShutdownAfterJobFinishes = true,
        TtlSecondsAfterFinished = args.KeepSeconds,
        // In a queue it is Kueue that begins it.
        Suspend = job.Pod.LocalQueue is not null && !args.Suspend ? null : (Input<bool>)args.Suspend,
        SubmissionMode = "K8sJobMode",
        SubmitterPodTemplate = JobPod.Template(job with { Pod = SubmitterPod(args.Nodes.Head.Pod), Component = Submitter, Variables = NoVariables }, MakeSubmitter),
        RayClusterSpec = RayNodes.Spec(job, args.Nodes),
    };

    private static ImmutableSortedDictionary<string, Input<string>> NoVariables => ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    // Where the head runs, since it needs the same image, and nothing else of it.
    private static JobPodArgs SubmitterPod(JobPodArgs head) => new()
    {
        Image = head.Image,
        Architectures = head.Architectures,
        Pools = head.Pools,
        PriorityClass = head.PriorityClass,
        Resources = new ResourcesArgs { Cpu = RaySubmitter.Cpu.ToString(), Memory = RaySubmitter.Memory.ToString(), Devices = 0 },
        Scratch = SubmitterScratch,
    };

    private static void MakeSubmitter(CoreV1.PodSpecArgs pod, CoreV1.ContainerArgs container)
    {
        container.Name = Submitter;
        pod.SecurityContext = PodSecurity.Pod(RayParts.User);
    }
}
