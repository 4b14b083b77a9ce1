using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Tests.Monitoring.Metrics;

public sealed class HistogramMetricTests
{
    private static readonly Exporter _exporter = new("tester", "1", "nowhere");
    private static readonly HistogramMetric _seconds = new("wait_seconds", _exporter, "model") { Buckets = [0.5, 1, 2.5] };
    private static readonly HistogramMetric _micros = new("wait_us", _exporter) { UnitsPerOne = 1_000_000, Buckets = [1_000_000, 2_500_000] };
    private static readonly Matcher _ofX = Matcher.Is("model", "x");

    [Fact]
    public void A_percentile_is_that_of_all_replicas() => Assert.Equal(
        "histogram_quantile(0.95, sum by (le) (rate(wait_seconds_bucket{model=\"x\"}[5m])))", _seconds.Quantile(0.95, Window.Minutes(5), _ofX).Text);

    [Fact]
    public void A_sum_comes_with_its_count() => Assert.Equal(
        "sum(rate(wait_us_sum[5m])) / sum(rate(wait_us_count[5m])) / 1000000", _micros.Mean(Window.Minutes(5)).Text);

    [Fact]
    public void A_bound_is_matched_as_either_Prometheus_writes_it() => Assert.Equal(
        "sum(rate(wait_seconds_bucket{model=\"x\",le=~\"1|1\\\\.0\"}[5m]))", _seconds.RateWithin(1, Window.Minutes(5), _ofX).Text);

    [Fact]
    public void A_bound_that_is_none_of_the_histogram_s_is_refused() => Assert.Equal(
        "wait_us has no bucket up to 2; it has: 1, 2.5 (Parameter 'limit')",
        Assert.Throws<ArgumentException>(() => _micros.RateWithin(2, Window.Minutes(5))).Message);

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(0.6, 0.5)]
    [InlineData(0.8, 1.0)]
    [InlineData(2, 2.5)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.2, null)]
    [InlineData(60, null)]
    public void The_nearest_bound_is_so_by_ratio_and_one_that_is_far_away_is_none(double limit, double? bound) => Assert.Equal(bound, _seconds.Nearest(limit));

    [Theory]
    [InlineData(0.5, @"0\.5")]
    [InlineData(30, @"30|30\.0")]
    [InlineData(1e6, @"1000000|1e\+06|1000000\.0")]
    [InlineData(2.5e6, @"2500000|2\.5e\+06|2500000\.0")]
    [InlineData(0.00001, @"0\.00001|1e-05")]
    public void A_bound_is_known_in_every_spelling(double bound, string pattern) => Assert.Equal(pattern, new Bucket(bound).Pattern);
}
