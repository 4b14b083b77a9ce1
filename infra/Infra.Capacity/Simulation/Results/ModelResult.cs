using System.Collections.Immutable;
using Infra.Capacity.Statistics;

namespace Infra.Capacity.Simulation;

/// <summary>What came of a model's requests, and of its replicas.</summary>
public sealed record ModelResult
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>What became of its requests.</summary>
    public required RequestCounts Requests { get; init; }

    /// <summary>From sending a request to its whole answer; of those that were answered.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>From sending a request to the moment a server took it up; of those that were taken up.</summary>
    public required LatencyHistogram Waiting { get; init; }

    /// <summary>From sending a request to its first token; empty for a model without tokens.</summary>
    public required LatencyHistogram FirstToken { get; init; }

    /// <summary>Between two tokens of an answer; empty for a model without tokens.</summary>
    public required LatencyHistogram InterToken { get; init; }

    /// <summary>How its objectives were met; empty where none was promised.</summary>
    public required ImmutableArray<ObjectiveResult> Objectives { get; init; }

    /// <summary>Requests waiting or in work, on average over time.</summary>
    public required double MeanInFlight { get; init; }

    /// <summary>Replicas over time: a step at each change.</summary>
    public required ImmutableArray<ReplicaStep> Replicas { get; init; }

    /// <summary>Requests over time.</summary>
    public required ImmutableArray<TrafficInterval> Intervals { get; init; }

    /// <summary>Accelerators that its replicas held, times seconds; shared ones by their part.</summary>
    public required double GpuSecondsAllocated { get; init; }

    /// <summary>Of these the seconds in which they worked for it.</summary>
    public required double GpuSecondsBusy { get; init; }

    /// <summary>Batches that were served (requests) or iterations (tokens).</summary>
    public required long Batches { get; init; }

    /// <summary>Requests that were served in these batches, or tokens that were made in these iterations.</summary>
    public required long BatchedItems { get; init; }

    /// <summary>Prompt tokens that were read, those read again after a preemption included.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Tokens that were made.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Sequences that had to give up their KV cache for others, and were read again.</summary>
    public required long Preemptions { get; init; }
}
