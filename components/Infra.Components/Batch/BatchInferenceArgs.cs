using Infra.Components.Jobs;
using Pulumi;

namespace Infra.Components.Batch;

/// <summary>Inputs of <see cref="BatchInference"/>: exactly one of <see cref="Items"/>, <see cref="Shards"/> and <see cref="Queue"/> says what the work is.</summary>
public sealed class BatchInferenceArgs : ResourceArgs
{
    /// <summary>Name of the batch and of its Kubernetes objects: at most 51 characters.</summary>
    [Input("jobName", required: true)]
    public required string JobName { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>The pod that works on one item, shard or message.</summary>
    [Input("pod", required: true)]
    public required JobPodArgs Pod { get; init; }

    /// <summary>
    /// Items, one per index: the container finds its own in the file that <c>WORK_ITEM_FILE</c> names. At most 1 MB in all. Default: none.
    /// </summary>
    [Input("items")]
    public List<string> Items { get; init; } = [];

    /// <summary>
    /// Number of equal parts of work that the container finds by itself: <c>WORK_SHARDS</c> says how many there are, <c>WORK_INDEX</c> which is its own.
    /// Default: none.
    /// </summary>
    [Input("shards")]
    public int? Shards { get; init; }

    /// <summary>Where the work of shards lies, such as <c>s3://BUCKET/PATH</c>; the container finds it in <c>WORK_URI</c>. Default: none.</summary>
    [Input("workUri")]
    public Input<string>? WorkUri { get; init; }

    /// <summary>The queue that the work comes from. Default: none.</summary>
    [Input("queue")]
    public WorkQueueArgs? Queue { get; init; }

    /// <summary>Pods at a time, 1 or more. Default: 1. Not with a queue, which has its own limit.</summary>
    [Input("parallelism")]
    public int Parallelism { get; init; } = 1;

    /// <summary>Further tries of an index, or of a Job for a queue, 0 or more. Default: 3. Nodes that are taken away don't count.</summary>
    [Input("retries")]
    public int Retries { get; init; } = DefaultRetries;

    /// <summary>Indexes that may fail before the Job gives up, 0 or more. Default: none, and it works on until each has succeeded or failed.</summary>
    [Input("maxFailedIndexes")]
    public int? MaxFailedIndexes { get; init; }

    /// <summary>Exit codes after which no further try helps: the index has failed. Default: none.</summary>
    [Input("fatalExitCodes")]
    public List<int> FatalExitCodes { get; init; } = [];

    /// <summary>Seconds after which a Job is ended, 1 or more. Default: none.</summary>
    [Input("deadlineSeconds")]
    public int? DeadlineSeconds { get; init; }

    /// <summary>
    /// Seconds after which Kubernetes deletes a finished Job with its pods, 0 or more. Default: none for items and shards, whose Job says that the work is done:
    /// a Job that is gone is made, and runs, again by the next update that refreshes. A day for queues.
    /// </summary>
    [Input("ttlSeconds")]
    public int? TtlSeconds { get; init; }

    /// <summary>Any text; another one runs items and shards again. Default: none.</summary>
    [Input("runId")]
    public string? RunId { get; init; }

    /// <summary>EKS cluster of the pods, which must run the Pod Identity agent add-on. Default: none; required with a queue or a policy.</summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>IAM policy document (JSON) that says what the pods may do in AWS beside reading their queue. Default: none.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }

    /// <summary>Default of <see cref="Retries"/>.</summary>
    public const int DefaultRetries = 3;
}
