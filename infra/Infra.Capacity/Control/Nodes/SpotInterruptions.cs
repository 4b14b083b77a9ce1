namespace Infra.Capacity.Control;

/// <summary>
/// When EC2 takes a spot node back: any moment is as likely as any other, so that the times are exponential. AWS publishes how many of a month's instances of a type are interrupted, by classes (Spot Instance advisor); from the middle of a class
/// comes the rate. It is an input: capacity of accelerators changes from week to week.
/// </summary>
public static class SpotInterruptions
{
    /// <summary>From the notice to the end, in microseconds: two minutes (EC2 user guide, "Spot Instance interruption notices").</summary>
    public const long NoticeMicros = 120_000_000;

    /// <summary>Share of a month's nodes that are interrupted where nobody says another: the least of the class in which most kinds of accelerator instances are.</summary>
    public const double DefaultShareOfMonth = 0.2;

    /// <summary>Where that was read.</summary>
    public const string DefaultSource =
        "AWS Spot Instance advisor as of mid-2025 (alexei-led/spotinfo, internal/spot/data/spot-advisor-data.json at 05e93313): of 52 types with accelerators in us-west-2 29 are in its last class, more than 20 %";

    /// <summary>Interruptions of one node in an hour where the share of a month's nodes is known that are interrupted.</summary>
    /// <param name="shareOfMonth">The share, from 0 to below 1.</param>
    public static double PerHour(double shareOfMonth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shareOfMonth);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shareOfMonth, 1);
        return -Math.Log(1 - shareOfMonth) / Infra.Core.Prices.ListPrice.HoursPerMonth;
    }

    /// <summary>When a node is told to go; null for never.</summary>
    /// <param name="nowMicros">When it came.</param>
    /// <param name="perHour">Interruptions of one node in an hour, on average.</param>
    /// <param name="uniform">A draw from 0 (included) to 1 (not).</param>
    public static long? NoticeAt(long nowMicros, double perHour, double uniform)
    {
        var micros = -Math.Log(1 - uniform) / perHour * 3_600_000_000.0;
        return perHour > 0 && micros < long.MaxValue - nowMicros ? nowMicros + (long)micros : null;
    }
}
