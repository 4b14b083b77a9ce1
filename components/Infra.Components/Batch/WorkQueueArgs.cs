using Pulumi;

namespace Infra.Components.Batch;

/// <summary>A queue of work, for which KEDA starts Jobs.</summary>
public sealed class WorkQueueArgs : ResourceArgs
{
    /// <summary>AWS region of the queue.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Name of the IAM role of KEDA's operator, which may read the length of the queue then.</summary>
    [Input("scalerRole", required: true)]
    public required Input<string> ScalerRole { get; init; }

    /// <summary>Most Jobs at a time, 1 or more.</summary>
    [Input("maxJobs", required: true)]
    public required int MaxJobs { get; init; }

    /// <summary>Messages that one Job works through, 1 or more. Default: 1.</summary>
    [Input("messagesPerJob")]
    public int MessagesPerJob { get; init; } = 1;

    /// <summary>
    /// Seconds for which a received message is hidden from others, 0 to 43200. Default: 1800. Longer than the work on it takes, or the container extends
    /// it (<c>ChangeMessageVisibility</c>); otherwise two Jobs do the same work.
    /// </summary>
    [Input("visibilitySeconds")]
    public int VisibilitySeconds { get; init; } = DefaultVisibilitySeconds;

    /// <summary>How often a message may be received before it goes to the dead-letter queue, 1 to 1000. Default: 3.</summary>
    [Input("maxReceives")]
    public int MaxReceives { get; init; } = DefaultMaxReceives;

    /// <summary>Seconds between two looks at the queue, 5 or more. Default: 15.</summary>
    [Input("pollSeconds")]
    public int PollSeconds { get; init; } = DefaultPollSeconds;

    /// <summary>Default of <see cref="VisibilitySeconds"/>.</summary>
    public const int DefaultVisibilitySeconds = 1800;

    /// <summary>Default of <see cref="MaxReceives"/>.</summary>
    public const int DefaultMaxReceives = 3;

    /// <summary>Default of <see cref="PollSeconds"/>.</summary>
    public const int DefaultPollSeconds = 15;
}
