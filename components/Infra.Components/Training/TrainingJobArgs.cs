using Infra.Components.Jobs;
using Pulumi;

namespace Infra.Components.Training;

/// <summary>Inputs of <see cref="TrainingJob"/>.</summary>
public sealed class TrainingJobArgs : ResourceArgs
{
    /// <summary>Name of the training and of its Kubernetes objects: at most 51 characters.</summary>
    [Input("jobName", required: true)]
    public required string JobName { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>
    /// The pod that trains. With several devices <c>PET_NPROC_PER_NODE</c> says how many, from which <c>torchrun</c> starts one process each.
    /// </summary>
    [Input("pod", required: true)]
    public required JobPodArgs Pod { get; init; }

    /// <summary>When it runs again. Default: never, it runs once.</summary>
    [Input("schedule")]
    public TrainingScheduleArgs? Schedule { get; init; }

    /// <summary>
    /// Where the container keeps checkpoints, and finds the last one at its start: <c>s3://BUCKET/PATH</c>, or a path below one of its volumes. It finds
    /// this in <c>CHECKPOINT_URI</c>. Default: none; then every try starts from the beginning.
    /// </summary>
    [Input("checkpointUri")]
    public Input<string>? CheckpointUri { get; init; }

    /// <summary>URL of the MLflow server, which clients find in <c>MLFLOW_TRACKING_URI</c>. Default: none.</summary>
    [Input("trackingUri")]
    public Input<string>? TrackingUri { get; init; }

    /// <summary>Further tries after a failure, 0 or more. Default: 3. Nodes that are taken away don't count.</summary>
    [Input("retries")]
    public int Retries { get; init; } = DefaultRetries;

    /// <summary>Exit codes after which no further try helps. Default: none.</summary>
    [Input("fatalExitCodes")]
    public List<int> FatalExitCodes { get; init; } = [];

    /// <summary>Seconds after which a run is ended, all tries together, 1 or more. Default: none.</summary>
    [Input("deadlineSeconds")]
    public int? DeadlineSeconds { get; init; }

    /// <summary>
    /// Seconds after which Kubernetes deletes a finished run with its pods, 0 or more. Default: none without a schedule: a Job that is gone is made, and runs,
    /// again by the next update that refreshes. A week with one.
    /// </summary>
    [Input("ttlSeconds")]
    public int? TtlSeconds { get; init; }

    /// <summary>Any text; another one runs a training without a schedule again. Default: none.</summary>
    [Input("runId")]
    public string? RunId { get; init; }

    /// <summary>EKS cluster of the pods, which must run the Pod Identity agent add-on. Default: none; required with a policy.</summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>IAM policy document (JSON) that says what the pods may do in AWS. Default: none.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }

    /// <summary>Default of <see cref="Retries"/>.</summary>
    public const int DefaultRetries = 3;
}
