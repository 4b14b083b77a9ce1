namespace Infra.Capacity.Simulation.Fleet;

/// <summary>How far a replica is.</summary>
internal enum ReplicaState
{
    /// <summary>One of its pods has no node.</summary>
    Unplaced,

    /// <summary>It pulls, copies or loads.</summary>
    Starting,

    /// <summary>It takes requests.</summary>
    Ready,

    /// <summary>It is told to end, and works on what it has.</summary>
    Ending,

    /// <summary>It isn't there any more.</summary>
    Gone,
}
