using Infra.Core.Serving.Autoscaling;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>What wakes a model that sleeps: a query or a queue.</summary>
public sealed class ActivationArgs : ResourceArgs
{
    /// <summary>PromQL of one number that doesn't come from the model's pods. Default: none.</summary>
    [Input("query")]
    public string? Query { get; init; }

    /// <summary>The model runs while the query's answer is greater than this. Default: 0.</summary>
    [Input("above")]
    public double Above { get; init; }

    /// <summary>ARN of a queue of Amazon SQS, of which KEDA's role may read the length. Default: none.</summary>
    [Input("queueArn")]
    public string? QueueArn { get; init; }

    /// <summary>Messages for each replica, with those in work. Default: 5.</summary>
    [Input("messagesPerReplica")]
    public int MessagesPerReplica { get; init; } = 5;

    /// <summary>The input form of a signal; null for none.</summary>
    public static ActivationArgs? From(ActivationSignal? signal) => signal switch
    {
        ActivationSignal.Query query => new ActivationArgs { Query = query.PromQl, Above = query.Above },
        ActivationSignal.Messages queue => new ActivationArgs { QueueArn = queue.Arn, MessagesPerReplica = queue.MessagesPerReplica },
        _ => null,
    };

    /// <summary>The signal that these inputs mean.</summary>
    internal ActivationSignal? ToSignal() => this switch
    {
        { Query: { } query } => new ActivationSignal.Query(query, Above),
        { QueueArn: { } queue } => new ActivationSignal.Messages(queue, MessagesPerReplica),
        _ => null,
    };
}
