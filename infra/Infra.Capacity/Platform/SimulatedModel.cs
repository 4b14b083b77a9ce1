using System.Collections.Immutable;
using Infra.Capacity.Control;

namespace Infra.Capacity.Platform;

/// <summary>A model with its replicas and all that decides how it answers.</summary>
public sealed record SimulatedModel
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Replicas when the simulation begins; they are ready then.</summary>
    public required int Replicas { get; init; }

    /// <summary>Who counts the replicas.</summary>
    public required ReplicaControl Control { get; init; }

    /// <summary>Where replicas may run, the preferred first; at least one.</summary>
    public required ImmutableArray<ModelPlace> Places { get; init; }

    /// <summary>The pods of one replica, which serve together or not at all: one, but for models that span nodes.</summary>
    public required ImmutableArray<PodDemand> Pods { get; init; }

    /// <summary>How long a replica takes to serve, on a node that is ready.</summary>
    public required StartTimes Start { get; init; }

    /// <summary>What a pod that ends may take for the requests that it has, in microseconds; then they are lost.</summary>
    public required long GraceMicros { get; init; }

    /// <summary>How long a caller waits for the whole answer, or a queue keeps a message, in microseconds; then it is gone.</summary>
    public required long RequestTimeoutMicros { get; init; }

    /// <summary>Most requests that wait at one replica; more are rejected. Null for no limit but the timeout.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>Who gets the requests for this model's name: each one of them by chance. Empty: the model itself all of them.</summary>
    public ImmutableArray<RequestShare> Shares { get; init; } = [];

    /// <summary>Whether callers know its name; false for a candidate, which gets its share of another's requests.</summary>
    public bool IsCalledByName { get; init; } = true;

    /// <summary>Who gets the next request.</summary>
    public required LoadBalancing LoadBalancing { get; init; }

    /// <summary>What becomes of a request while no replica is ready.</summary>
    public required WithoutReplicas WithoutReplicas { get; init; }

    /// <summary>What was promised.</summary>
    public LatencyObjectives Objectives { get; init; } = LatencyObjectives.None;

    /// <summary>How a changed model takes the place of the one that serves.</summary>
    public RolloutSettings Rollout { get; init; } = RolloutSettings.InPlace;
}
