using FsCheck;
using FsCheck.Fluent;
using Infra.Capacity.Statistics;

namespace Infra.Capacity.Tests.Statistics;

public sealed class LatencyHistogramTests
{
    // A build must not fail by luck.
    private static readonly Config _fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122UL, 0x9E37_79B9_7F4A_7C15UL);

    private static readonly double[] _percents = [0, 1, 50, 90, 95, 99, 99.9, 100];

    // As many small as large ones: the magnitude is drawn first.
    private static readonly Gen<long[]> _samples = Gen.Choose(0, 41).SelectMany(bits => Gen.Choose(0, int.MaxValue).Select(part => (long)(part / (double)int.MaxValue * ((1L << bits) - 1))))
        .ArrayOf().Where(values => values.Length > 0);

    [Fact]
    public void Percentiles_are_those_of_the_sorted_values_within_the_documented_error() =>
        Prop.ForAll(_samples.ToArbitrary(), values =>
        {
            var histogram = Of(values);
            var sorted = values.Order().ToArray();
            return _percents.All(percent =>
            {
                var expected = sorted[Math.Max((int)Math.Ceiling((decimal)percent * sorted.Length / 100), 1) - 1];
                return Math.Abs(histogram.Percentile(percent) - expected) <= expected * LatencyHistogram.RelativeError;
            });
        }).Check(_fixed);

    [Fact]
    public void Count_mean_and_both_ends_are_exact() =>
        Prop.ForAll(_samples.ToArbitrary(), values =>
        {
            var histogram = Of(values);
            return histogram.Count == values.Length && histogram.MinMicros == values.Min() && histogram.MaxMicros == values.Max()
                && histogram.SumMicros == values.Aggregate((Int128)0, (sum, value) => sum + value) && histogram.MeanMicros == (double)histogram.SumMicros / values.Length;
        }).Check(_fixed);

    [Fact]
    public void Parts_merged_in_any_order_are_the_whole() =>
        Prop.ForAll(_samples.ToArbitrary(), _samples.ToArbitrary(), (one, other) =>
        {
            var forth = Of(one);
            forth.Merge(Of(other));
            var back = Of(other);
            back.Merge(Of(one));
            return Same(forth, Of([.. one, .. other])) && Same(forth, back);
        }).Check(_fixed);

    [Fact]
    public void Buckets_sum_and_ends_make_the_same_histogram_again() =>
        Prop.ForAll(_samples.ToArbitrary(), values =>
        {
            var histogram = Of(values);
            return Same(histogram, LatencyHistogram.Of(histogram.Buckets, histogram.SumMicros, histogram.MinMicros, histogram.MaxMicros));
        }).Check(_fixed);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(255, 255, 255)]
    [InlineData(256, 256, 257)]
    [InlineData(257, 256, 257)]
    [InlineData(511, 510, 511)]
    [InlineData(512, 512, 515)]
    [InlineData(1_000_000, 999_424, 1_003_519)]
    [InlineData((1L << 42) - 1, (1L << 42) - (1L << 34), (1L << 42) - 1)]
    public void A_bucket_is_at_most_a_128th_of_its_least_value_wide(long value, long lowest, long highest) =>
        Assert.Equal([new LatencyBucket(lowest, highest, 1)], Of([value]).Buckets);

    // Every microsecond of the first doublings is in exactly one bucket, and the next one begins where it ends.
    [Fact]
    public void Buckets_join_without_gap_or_overlap()
    {
        var histogram = Of(Enumerable.Range(0, 5000).Select(i => (long)i));

        var next = 0L;
        foreach (var bucket in histogram.Buckets)
        {
            Assert.Equal(next, bucket.LowestMicros);
            next = bucket.HighestMicros + 1;
        }
        Assert.Equal(histogram.Buckets.SkipLast(1).Select(bucket => bucket.HighestMicros - bucket.LowestMicros + 1), histogram.Buckets.SkipLast(1).Select(bucket => bucket.Count));
    }

    [Fact]
    public void A_longer_time_than_any_bucket_has_counts_in_the_last_and_stays_the_greatest()
    {
        var histogram = Of([long.MaxValue, 1, long.MaxValue - 1]);

        Assert.Equal((3, long.MaxValue, 1), (histogram.Count, histogram.Percentile(100), histogram.Percentile(0)));
        Assert.Equal([(1, 1), ((1L << 42) - (1L << 34), 2)], histogram.Buckets.Select(bucket => (bucket.LowestMicros, bucket.Count)));
    }

    [Theory]
    [InlineData(99.9, 999)]
    [InlineData(99.8, 998)]
    [InlineData(0.1, 1)]
    [InlineData(50, 500)]
    public void A_percentile_is_the_nearest_rank(double percent, long rank)
    {
        // The value at each rank is in a bucket of its own.
        var histogram = new LatencyHistogram();
        for (var i = 1; i <= 1000; i++)
        {
            histogram.Record(i <= 250 ? i : i <= rank ? 250 : 255);
        }

        Assert.Equal(rank == 1 ? 1 : 250, histogram.Percentile(percent));
    }

    [Fact]
    public void What_was_forgotten_is_in_no_later_figure()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(7);
        histogram.Record(1L << 50, 3);
        histogram.Clear();
        Assert.Equal((0L, 0L, 0L, 0.0), (histogram.Count, histogram.MinMicros, histogram.MaxMicros, histogram.MeanMicros));
        Assert.Empty(histogram.Buckets);
        histogram.Clear();
        histogram.Record(1000, 4);

        Assert.Equal((4L, 1000L, 1000L, 1000L), (histogram.Count, histogram.MinMicros, histogram.Percentile(50), histogram.MaxMicros));
        Assert.Equal(4, Assert.Single(histogram.Buckets).Count);
    }

    [Fact]
    public void Nothing_recorded_is_zero_everywhere()
    {
        var histogram = new LatencyHistogram();

        Assert.Equal((0, 0, 0, 0, 0.0), (histogram.Count, histogram.MinMicros, histogram.MaxMicros, histogram.Percentile(99), histogram.MeanMicros));
        Assert.Empty(histogram.Buckets);
    }

    [Fact]
    public void What_is_no_time_or_no_percentage_is_refused()
    {
        var histogram = new LatencyHistogram();

        Assert.Equal("micros", Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Record(-1)).ParamName);
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(100.1)).ParamName);
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(-0.1)).ParamName);
    }

    private static LatencyHistogram Of(IEnumerable<long> values)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values)
        {
            histogram.Record(value);
        }
        return histogram;
    }

    private static bool Same(LatencyHistogram one, LatencyHistogram other) =>
        one.Buckets.SequenceEqual(other.Buckets) && (one.Count, one.SumMicros, one.MinMicros, one.MaxMicros) == (other.Count, other.SumMicros, other.MinMicros, other.MaxMicros);
}
