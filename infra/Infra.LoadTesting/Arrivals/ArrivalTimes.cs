using Infra.Capacity.Randomness;

namespace Infra.LoadTesting.Arrivals;

/// <summary>When the requests of an open loop are to be sent, in microseconds from its beginning: fixed before the first answer, and never moved by one.</summary>
public static class ArrivalTimes
{
    private const double Second = 1_000_000;

    /// <summary>One request after the other at the same distance, without end. Times are multiples of the distance, so that rounding never adds up.</summary>
    public static IEnumerable<long> Constant(double perSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        for (var i = 0L; ; i++)
        {
            yield return (long)(i * Second / perSecond);
        }
    }

    /// <summary>As independent users send them (a Poisson process), without end; the same for the same seed.</summary>
    public static IEnumerable<long> Poisson(double perSecond, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        var random = new RandomSource(seed, "loadtest/arrivals");
        for (var at = random.NextExponential(Second / perSecond); ; at += random.NextExponential(Second / perSecond))
        {
            yield return (long)at;
        }
    }
}
