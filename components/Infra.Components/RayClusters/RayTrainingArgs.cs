using Infra.Components.Monitoring;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>Inputs of <see cref="RayTraining"/>.</summary>
public sealed class RayTrainingArgs : ResourceArgs
{
    /// <summary>Name of the training and of its Kubernetes objects: at most 47 characters.</summary>
    [Input("jobName", required: true)]
    public required string JobName { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Head and workers of the cluster that is made for each try, and gone after it.</summary>
    [Input("nodes", required: true)]
    public required RayNodesArgs Nodes { get; init; }

    /// <summary>The command, e.g. <c>python train.py</c>; it runs on the head, and what it asks of Ray on the workers.</summary>
    [Input("entrypoint", required: true)]
    public required string Entrypoint { get; init; }

    /// <summary>Ray's runtime environment as JSON or YAML text, e.g. <c>{"pip": ["datasets==4.1.1"]}</c>. Default: none, the image has all.</summary>
    [Input("runtimeEnvironment")]
    public string? RuntimeEnvironment { get; init; }

    /// <summary>
    /// Where the training keeps checkpoints, and finds the last one at its start: <c>s3://BUCKET/PATH</c>, or a path below a volume of all its pods. It finds
    /// this in <c>CHECKPOINT_URI</c>. Default: none; then every try starts from the beginning.
    /// </summary>
    [Input("checkpointUri")]
    public Input<string>? CheckpointUri { get; init; }

    /// <summary>URL of the MLflow server, which clients find in <c>MLFLOW_TRACKING_URI</c>. Default: none.</summary>
    [Input("trackingUri")]
    public Input<string>? TrackingUri { get; init; }

    /// <summary>Further tries after a failure, each on a cluster of its own, 0 or more. Default: 3. A lost node counts.</summary>
    [Input("retries")]
    public int Retries { get; init; } = Training.TrainingJobArgs.DefaultRetries;

    /// <summary>Seconds after which a try has failed, its wait for nodes among them, 1 or more. Default: none.</summary>
    [Input("deadlineSeconds")]
    public int? DeadlineSeconds { get; init; }

    /// <summary>Seconds that the cluster stays after the training, with all its devices, 0 or more. Default: 0.</summary>
    [Input("keepSeconds")]
    public int KeepSeconds { get; init; }

    /// <summary>Whether it has no cluster until this is false again; what was done of a try is lost but for its checkpoints. Default: false.</summary>
    [Input("suspend")]
    public bool Suspend { get; init; }

    /// <summary>Any text; another one runs the training again. Default: none.</summary>
    [Input("runId")]
    public string? RunId { get; init; }

    /// <summary>How Prometheus finds the metrics of the pods. Default: it doesn't.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of Prometheus, which the pods' policy lets in. Default: none.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>EKS cluster of the pods, which must run the Pod Identity agent add-on. Default: none; required with a policy.</summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>IAM policy document (JSON) that says what the pods may do in AWS. Default: none.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }
}
