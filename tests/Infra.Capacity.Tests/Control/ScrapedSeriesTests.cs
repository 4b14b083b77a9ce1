using Infra.Capacity.Control;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

public sealed class ScrapedSeriesTests
{
    private static readonly MetricSource _twoMinutes = new(ObservedMetric.RequestsPerSecond, 30 * Second, 2 * Minute);

    [Fact]
    public void Nothing_is_known_before_the_first_scrape_and_then_what_was()
    {
        var series = ScrapedSeries.Of(_twoMinutes);
        Assert.Equal((null, null, null), (series.Last, series.Mean(0), series.PerSecond(0)));

        series = series.With(30 * Second, 7);
        Assert.Equal((7.0, 7.0, null), (series.Last, series.Mean(45 * Second), series.PerSecond(45 * Second)));
        Assert.Null(series.Mean(151 * Second));
        Assert.Equal(7, series.Last);
    }

    [Fact]
    public void A_steady_counter_has_its_rate_within_the_whole_window()
    {
        // 3 a second, long since: 4 scrapes within two minutes span 90 s, and are carried on to both ends.
        var series = Counter(0, 30, 60, 90, 120, 150, 180);
        Assert.Equal(3, series.PerSecond(180 * Second)!.Value, 9);
        Assert.Equal(3, series.PerSecond(200 * Second)!.Value, 9);
    }

    [Fact]
    public void A_young_counter_shows_less_than_it_is()
    {
        // Two scrapes, at 30 s (90) and at 60 s (180): 30 s, half a distance to the left (15 s) and none to the right are seen of 120 s. 90 × 45 ÷ 30 ÷ 120.
        Assert.Equal(1.125, Counter(30, 60).PerSecond(60 * Second)!.Value, 9);
    }

    [Fact]
    public void Load_that_begins_takes_the_window_to_be_seen_whole()
    {
        // 0 until 120 s, then 3 a second: at 150 s the scrapes of 60, 90, 120 and 150 s rose by 90 in 90 s.
        var series = ScrapedSeries.Of(_twoMinutes);
        foreach (var second in (int[])[0, 30, 60, 90, 120, 150])
        {
            series = series.With(second * Second, 1000 + (Math.Max(0, second - 120) * 3));
        }

        Assert.Equal(1, series.PerSecond(150 * Second)!.Value, 9);
        Assert.Equal(4, series.Samples.Count);
    }

    private static ScrapedSeries Counter(params int[] seconds) => seconds.Aggregate(ScrapedSeries.Of(_twoMinutes), (series, second) => series.With(second * Second, second * 3));
}
