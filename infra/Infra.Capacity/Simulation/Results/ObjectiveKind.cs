namespace Infra.Capacity.Simulation;

/// <summary>What an objective is about.</summary>
public enum ObjectiveKind
{
    /// <summary>The whole answer.</summary>
    Latency,

    /// <summary>The first token.</summary>
    FirstToken,

    /// <summary>The time between two tokens.</summary>
    InterToken,

    /// <summary>Waiting before the work.</summary>
    Waiting,

    /// <summary>The share of requests with an answer.</summary>
    Availability,
}
