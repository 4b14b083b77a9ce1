using Infra.Capacity.Statistics;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Results;

/// <summary>What a run has measured. Requests of the warm-up are in none of it but their own count.</summary>
public sealed class LoadResult
{
    private readonly List<SecondSample> _seconds = [];

    /// <summary>All requests: answered, failed, not sent or unfinished.</summary>
    public long Requests => Answered + Failed + NotSent + Unfinished;

    public long Answered => Latency.Count;

    public long Failed => Failures.Values.Sum();

    /// <summary>Requests that there was no room for: too many were under way.</summary>
    public long NotSent { get; internal set; }

    /// <summary>Requests that were under way when the run was stopped.</summary>
    public long Unfinished { get; internal set; }

    public long WarmUps { get; internal set; }

    public bool WasStopped { get; internal set; }

    /// <summary>From the end of the warm-up to the last answer.</summary>
    public long ElapsedMicros { get; internal set; }

    /// <summary>Answers per second, over all of that time.</summary>
    public double AnswersPerSecond => PerSecond(Answered);

    /// <summary>How long good answers took from when their request was to be sent: in an open loop what users see, however late the request was.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>How long they took from when their request was sent: what a client that waits for its turn would report.</summary>
    public LatencyHistogram Service { get; } = new();

    /// <summary>How late requests were sent: this machine's part of the latency.</summary>
    public LatencyHistogram Lateness { get; } = new();

    /// <summary>How many failed, by how.</summary>
    public SortedDictionary<Failure, long> Failures { get; } = [];

    /// <summary>What came as streams of tokens; null if nothing did.</summary>
    public TokenResult? Tokens { get; internal set; }

    /// <summary>Second by second, by when requests were to be sent.</summary>
    public IReadOnlyList<SecondSample> Seconds => _seconds;

    /// <summary>A number as a rate over the time that was measured.</summary>
    public double PerSecond(long number) => ElapsedMicros == 0 ? 0 : number * 1_000_000.0 / ElapsedMicros;

    /// <summary>The latency that so many percent of all requests don't exceed; null if too few were answered to say so. What failed or wasn't sent counts as longer than any answer.</summary>
    public long? PercentileOfAll(double percent)
    {
        var all = Requests - Unfinished;
        var rank = (long)Math.Ceiling((decimal)percent * all / 100);
        return Answered == 0 || rank > Answered ? null : Latency.Percentile((double)(rank * 100m / Answered));
    }

    internal SecondSample Second(int index)
    {
        while (_seconds.Count <= index)
        {
            _seconds.Add(new SecondSample());
        }
        return _seconds[index];
    }
}
