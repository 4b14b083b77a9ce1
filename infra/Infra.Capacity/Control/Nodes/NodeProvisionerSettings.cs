namespace Infra.Capacity.Control;

/// <summary>Who adds and takes away nodes, and how fast.</summary>
public sealed record NodeProvisionerSettings
{
    /// <summary>Time between two looks, in microseconds.</summary>
    public required long ScanMicros { get; init; }

    /// <summary>How long a node is without pods that count before it goes, where its pool says nothing else.</summary>
    public required long IdleMicros { get; init; }

    /// <summary>How long after a node was added none goes.</summary>
    public required long DelayAfterAddMicros { get; init; }

    /// <summary>Most empty nodes that go at a time.</summary>
    public required int MostRemovals { get; init; }
}
