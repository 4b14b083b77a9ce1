namespace Infra.Capacity.Simulation.Requests;

/// <summary>Why a request has no answer.</summary>
internal enum RequestOutcome
{
    /// <summary>No replica was ready.</summary>
    WithoutReplica,

    /// <summary>A replica took no more.</summary>
    QueueFull,

    /// <summary>No replica could ever hold it.</summary>
    TooLong,

    /// <summary>Given up before a server took it up.</summary>
    TimedOutWaiting,

    /// <summary>Given up while a server worked on it.</summary>
    TimedOutInService,

    /// <summary>Lost with a replica that was told to end.</summary>
    LostAtGrace,

    /// <summary>Lost with a node that EC2 took back.</summary>
    LostToSpot,
}
