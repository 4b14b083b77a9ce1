namespace Infra.LoadTesting.Runs;

/// <summary>How a load test goes: an open loop, which sends at times of its own, or a closed one, in which each of some users waits for an answer before the next request.</summary>
public sealed record LoadPlan
{
    /// <summary>When an open loop sends, in microseconds from its beginning; null for a closed loop.</summary>
    public IEnumerable<long>? Arrivals { get; init; }

    /// <summary>How many users a closed loop has.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>So long nothing is measured: connections open, caches fill, code is compiled.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>So long requests are measured; their answers may take longer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>No more than so many requests are measured; null for no limit.</summary>
    public long? MostRequests { get; init; }

    /// <summary>What a request takes longer is a failure.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An open loop has no more than so many requests without an answer; what it can't send for it is counted.</summary>
    public int MaxInFlight { get; init; } = 10_000;

    internal long WarmUpMicros => Micros(WarmUp);

    internal long EndMicros => Micros(WarmUp + Duration);

    private static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
