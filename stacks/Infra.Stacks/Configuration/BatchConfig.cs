using System.Collections.Immutable;
using Infra.Components.Batch;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Work on many inputs: exactly one of items, shards and queue says what it is.</summary>
public sealed record BatchConfig : IConfigRules
{
    /// <summary>Name of the batch and of its Kubernetes objects; unique among models, jobs and trainings.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(JobNames.MaxLength)]
    public required string Name { get; init; }

    /// <summary>Name of the tenant whose it is. Default: none, and it stands in the environment's own namespace.</summary>
    public string? Tenant { get; init; }

    /// <summary>The pod that works on one item, shard or message.</summary>
    public required JobPodConfig Pod { get; init; }

    /// <summary>Items, one per index of an indexed Job; the container finds its own in the file that <c>WORK_ITEM_FILE</c> names.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Number of equal parts of work that the container finds by itself: <c>WORK_SHARDS</c> says how many there are, <c>WORK_INDEX</c> which is its own.</summary>
    [InRange(Min = 1, Max = 100000)]
    public int? Shards { get; init; }

    /// <summary>A queue in SQS, for whose messages KEDA starts Jobs; needs EKS.</summary>
    public WorkQueueConfig? Queue { get; init; }

    /// <summary>Pods at a time. Default: 1. Not with a queue.</summary>
    [InRange(Min = 1, Max = 10000)]
    public int Parallelism { get; init; } = 1;

    /// <summary>Further tries of an index, or of a message's Job. Default: 3. Nodes that are taken away don't count.</summary>
    [InRange(Min = 0, Max = 100)]
    public int Retries { get; init; } = BatchInferenceArgs.DefaultRetries;

    /// <summary>Indexes that may fail before the Job gives up. Default: none, and it works on until each has succeeded or failed.</summary>
    [InRange(Min = 0, Max = 100000)]
    public int? MaxFailedIndexes { get; init; }

    /// <summary>Exit codes, 1 to 255, after which no further try helps. Default: none.</summary>
    public ImmutableArray<int> FatalExitCodes { get; init; } = [];

    /// <summary>Time after which a Job is ended. Default: none.</summary>
    [InRange<GoDuration>(Min = "1s", Max = "8760h")]
    public GoDuration? Deadline { get; init; }

    /// <summary>
    /// Time after which Kubernetes deletes a finished Job with its pods. Default: none for items and shards, since an update that refreshes would make, and run, a Job that is
    /// gone again; 24h for queues.
    /// </summary>
    [InRange<GoDuration>(Min = "1s", Max = "8760h")]
    public GoDuration? KeepFinished { get; init; }

    /// <summary>Any text; another one runs items and shards again. Default: none.</summary>
    public string? Run { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var given = new[] { ("items", Items.Length > 0), ("shards", Shards is not null), ("queue", Queue is not null) }.Where(kind => kind.Item2).Select(kind => kind.Item1).ToList();
        if (given.Count != 1)
        {
            problems.Add(path, $"has {(given.Count == 0 ? "none of items, shards and queue" : string.Join(" and ", given))}; exactly one of them says what the work is");
        }

        if (Queue is not null && MaxFailedIndexes is not null)
        {
            problems.Add(ConfigPath.Key(path, "maxFailedIndexes"), "a queue has no indexes; its maxReceives says when a message has failed");
        }
    }
}

/// <summary>The queue of a batch.</summary>
public sealed record WorkQueueConfig
{
    /// <summary>Most Jobs at a time.</summary>
    [InRange(Min = 1, Max = 10000)]
    public required int MaxJobs { get; init; }

    /// <summary>Messages that one Job works through. Default: 1.</summary>
    [InRange(Min = 1, Max = 10000)]
    public int MessagesPerJob { get; init; } = 1;

    /// <summary>Time for which a received message is hidden from others: longer than the work on it takes. Default: 30m0s.</summary>
    [InRange<GoDuration>(Min = "0s", Max = "12h")]
    public GoDuration Visibility { get; init; } = new(WorkQueueArgs.DefaultVisibilitySeconds * 1000L);

    /// <summary>How often a message may be received before it goes to the queue of failed ones. Default: 3.</summary>
    [InRange(Min = 1, Max = 1000)]
    public int MaxReceives { get; init; } = WorkQueueArgs.DefaultMaxReceives;
}
