using System.Numerics;

namespace Infra.Capacity.Statistics;

/// <summary>
/// The buckets of a <see cref="LatencyHistogram"/>, log-linear as HdrHistogram's: below 256 µs one per microsecond, beyond 128 in every doubling. So a bucket is never wider than 1/128 of its least
/// value, and its middle is at most 1/256 away from any value in it.
/// </summary>
internal static class BucketScale
{
    private const int Exact = 256;
    private const int PerDoubling = Exact / 2;
    private const int BitsOfExact = 8;
    private const int BitsOfMost = 42;

    /// <summary>Some 50 days: what is longer goes into the last bucket.</summary>
    public const long MostMicros = (1L << BitsOfMost) - 1;

    public const int Buckets = Exact + ((BitsOfMost - BitsOfExact) * PerDoubling);

    public static int IndexOf(long micros)
    {
        var value = Math.Min(micros, MostMicros);
        if (value < Exact)
        {
            return (int)value;
        }
        var shift = BitOperations.Log2((ulong)value) - (BitsOfExact - 1);
        return (shift * PerDoubling) + (int)(value >> shift);
    }

    public static LatencyBucket At(int index, long count)
    {
        if (index < Exact)
        {
            return new LatencyBucket(index, index, count);
        }
        var shift = (index / PerDoubling) - 1;
        var lowest = (long)(index - (shift * PerDoubling)) << shift;
        return new LatencyBucket(lowest, lowest + (1L << shift) - 1, count);
    }
}
