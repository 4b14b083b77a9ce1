namespace Infra.Capacity.Statistics;

/// <summary>
/// How long things took, in microseconds: exact count, mean, least and most; percentiles within <see cref="RelativeError"/>; the same 36 KiB for a hundred values and for a billion.
/// Histograms of parts add up to the histogram of the whole, in any order. Not for several threads at once: give each its own and merge them.
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>How far a percentile may be from the value that was recorded, as a share of it (values below 256 µs are exact).</summary>
    public const double RelativeError = 1.0 / 256;

    private readonly long[] _counts = new long[BucketScale.Buckets];
    private Int128 _sum;
    private long _min = long.MaxValue;

    public long Count { get; private set; }

    /// <summary>The least value; 0 where nothing was recorded.</summary>
    public long MinMicros => Count == 0 ? 0 : _min;

    /// <summary>The greatest value; 0 where nothing was recorded.</summary>
    public long MaxMicros { get; private set; }

    /// <summary>The sum of all values.</summary>
    public Int128 SumMicros => _sum;

    /// <summary>The mean; 0 where nothing was recorded.</summary>
    public double MeanMicros => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>The buckets that hold something, the least values first.</summary>
    public IEnumerable<LatencyBucket> Buckets
    {
        get
        {
            for (var i = 0; i < _counts.Length; i++)
            {
                if (_counts[i] > 0)
                {
                    yield return BucketScale.At(i, _counts[i]);
                }
            }
        }
    }

    /// <summary>What <see cref="Buckets"/>, the sum and the two ends say, as a histogram again.</summary>
    /// <param name="buckets">The buckets; each is found by its least value.</param>
    /// <param name="sumMicros">The sum of all values.</param>
    /// <param name="minMicros">The least value.</param>
    /// <param name="maxMicros">The greatest.</param>
    public static LatencyHistogram Of(IEnumerable<LatencyBucket> buckets, Int128 sumMicros, long minMicros, long maxMicros)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        var histogram = new LatencyHistogram();
        foreach (var bucket in buckets)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(bucket.LowestMicros);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket.Count);
            histogram._counts[BucketScale.IndexOf(bucket.LowestMicros)] += bucket.Count;
            histogram.Count += bucket.Count;
        }
        if (histogram.Count > 0)
        {
            (histogram._sum, histogram._min, histogram.MaxMicros) = (sumMicros, minMicros, maxMicros);
        }
        return histogram;
    }

    /// <summary>Records one value.</summary>
    public void Record(long micros) => Record(micros, 1);

    /// <summary>Records one value so many times.</summary>
    public void Record(long micros, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(micros);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return;
        }
        _counts[BucketScale.IndexOf(micros)] += count;
        Count += count;
        _sum += (Int128)micros * count;
        _min = Math.Min(_min, micros);
        MaxMicros = Math.Max(MaxMicros, micros);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        if (Count > 0)
        {
            var first = BucketScale.IndexOf(_min);
            Array.Clear(_counts, first, BucketScale.IndexOf(MaxMicros) - first + 1);
        }
        (Count, _sum, _min, MaxMicros) = (0, 0, long.MaxValue, 0);
    }

    /// <summary>Adds what another one has recorded.</summary>
    public void Merge(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
        Count += other.Count;
        _sum += other._sum;
        _min = Math.Min(_min, other._min);
        MaxMicros = Math.Max(MaxMicros, other.MaxMicros);
    }

    /// <summary>The least recorded value that so many percent of all values don't exceed (nearest rank); 0 where nothing was recorded.</summary>
    /// <param name="percent">From 0, which is the least value, to 100, which is the greatest: both exact.</param>
    public long Percentile(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var rank = Rank(percent);
        if (rank <= 1)
        {
            return MinMicros;
        }
        if (rank >= Count)
        {
            return MaxMicros;
        }
        var (index, seen) = (BucketScale.IndexOf(_min), 0L);
        while ((seen += _counts[index]) < rank)
        {
            index++;
        }
        return Math.Clamp(BucketScale.At(index, _counts[index]).MiddleMicros, _min, MaxMicros);
    }

    // 99.9 is no binary number: without the decimal, 99.9 % of 1000 would be a hair more than 999 and the rank 1000.
    private long Rank(double percent) => (long)Math.Ceiling((decimal)percent * Count / 100);
}
