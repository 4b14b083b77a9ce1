namespace Infra.Capacity.Simulation;

/// <summary>What became of requests. Each is counted once: <see cref="Arrived"/> is the sum of all others.</summary>
/// <param name="Arrived">All that were sent.</param>
/// <param name="Completed">Those that were answered in time.</param>
/// <param name="WithoutReplica">Refused, because no replica was ready.</param>
/// <param name="QueueFull">Rejected by a replica whose queue was full.</param>
/// <param name="TooLong">Rejected by a replica because prompt and answer are longer than its context, or than its KV cache could ever hold.</param>
/// <param name="TimedOutWaiting">Given up by the caller before a server took them up.</param>
/// <param name="TimedOutInService">Given up by the caller while a server worked on them.</param>
/// <param name="LostAtGrace">Lost with a replica that was told to end and whose grace period was over.</param>
/// <param name="LostToSpot">Lost with a node that EC2 took back.</param>
/// <param name="InFlight">Without an answer when the simulation ended.</param>
public sealed record RequestCounts(
    long Arrived, long Completed, long WithoutReplica, long QueueFull, long TooLong, long TimedOutWaiting, long TimedOutInService, long LostAtGrace, long LostToSpot, long InFlight)
{
    /// <summary>Turned away at once.</summary>
    public long Rejected => WithoutReplica + QueueFull + TooLong;

    /// <summary>Given up by their callers.</summary>
    public long TimedOut => TimedOutWaiting + TimedOutInService;

    /// <summary>Lost with the replica that had them.</summary>
    public long Lost => LostAtGrace + LostToSpot;

    /// <summary>Share of the requests with an outcome that were answered in time; 1 without any.</summary>
    public double Availability => Arrived == InFlight ? 1 : (double)Completed / (Arrived - InFlight);
}
