using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.Ray;

/// <summary>Inputs of <see cref="KubeRayJob"/>.</summary>
public sealed class KubeRayJobArgs() : CustomResourceArgs("ray.io/v1", "RayJob")
{
    /// <summary>The command and its cluster.</summary>
    [Input("spec", required: true)]
    public required Input<KubeRayJobSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="KubeRayJob"/>.</summary>
public sealed class KubeRayJobSpecArgs : ResourceArgs
{
    /// <summary>The command.</summary>
    [Input("entrypoint", required: true)]
    public required Input<string> Entrypoint { get; init; }

    /// <summary>Ray's runtime environment as YAML or JSON text. Default: none.</summary>
    [Input("runtimeEnvYAML")]
    public Input<string>? RuntimeEnvYAML { get; init; }

    /// <summary>Tries after the first, each on a new cluster. Default: 0.</summary>
    [Input("backoffLimit")]
    public Input<int>? BackoffLimit { get; init; }

    /// <summary>Seconds after which the job has failed. Default: none.</summary>
    [Input("activeDeadlineSeconds")]
    public Input<int>? ActiveDeadlineSeconds { get; init; }

    /// <summary>Whether the cluster goes with the job. Default: false.</summary>
    [Input("shutdownAfterJobFinishes")]
    public Input<bool>? ShutdownAfterJobFinishes { get; init; }

    /// <summary>Seconds that it stays after the job, where it goes. Default: 0.</summary>
    [Input("ttlSecondsAfterFinished")]
    public Input<int>? TtlSecondsAfterFinished { get; init; }

    /// <summary>Whether it has no cluster, and so no pods, until this is false again. Default: false.</summary>
    [Input("suspend")]
    public Input<bool>? Suspend { get; init; }

    /// <summary>Who submits the command: <c>K8sJobMode</c>, <c>HTTPMode</c> or <c>SidecarMode</c>. Default: K8sJobMode.</summary>
    [Input("submissionMode")]
    public Input<string>? SubmissionMode { get; init; }

    /// <summary>The pod that submits, in <c>K8sJobMode</c>.</summary>
    [Input("submitterPodTemplate")]
    public Input<PodTemplateSpecArgs>? SubmitterPodTemplate { get; init; }

    /// <summary>The cluster.</summary>
    [Input("rayClusterSpec", required: true)]
    public required Input<RayClusterSpecArgs> RayClusterSpec { get; init; }
}
