using Infra.Capacity.Recommendation;
using Infra.Capacity.Simulation;
using Infra.Capacity.Statistics;
using Infra.Capacity.Tests.Rendering;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class LatencyGoalTests
{
    [Theory]
    [InlineData("p95=1s", 95, 1_000_000, "p95=1 s")]
    [InlineData("p99.9=800ms", 99.9, 800_000, "p99.9=800 ms")]
    [InlineData("p50=1m30s", 50, 90_000_000, "p50=90 s")]
    public void A_percentile_and_a_duration_are_read(string text, double percent, long micros, string shown)
    {
        Assert.True(LatencyGoal.TryParse(text, out var goal));
        Assert.Equal(new LatencyGoal(percent, micros), goal);
        Assert.Equal(shown, goal.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("95=1s")]
    [InlineData("p95")]
    [InlineData("p95=")]
    [InlineData("p95=1")]
    [InlineData("p95=0s")]
    [InlineData("p95=-1s")]
    [InlineData("p0=1s")]
    [InlineData("p100=1s")]
    [InlineData("p9,5=1s")]
    [InlineData(" p95=1s")]
    [InlineData("P95=1s")]
    [InlineData("p95=1s,p99=2s")]
    public void Nothing_else_is(string text) => Assert.False(LatencyGoal.TryParse(text, out _));

    // Of 3600 with an outcome 3590 have an answer, each tenth of them after 900 ms and the others after 800.
    [Theory]
    [InlineData(799_000, 0)]
    [InlineData(850_000, 3231 / 3600.0)]
    [InlineData(900_000, 3590 / 3600.0)]
    [InlineData(60_000_000, 3590 / 3600.0)]
    public void A_request_without_an_answer_took_too_long(long micros, double share) =>
        Assert.Equal(share, new LatencyGoal(95, micros).Share(SampleRun.Create(slowMicros: 900_000).Result.Models[0]));

    [Fact]
    public void What_is_still_at_work_counts_for_nothing()
    {
        var result = SampleRun.Create().Result.Models[1];
        var times = new LatencyHistogram();
        times.Record(200);

        Assert.Equal(1, new LatencyGoal(95, 1000).Share(result));
        Assert.Equal(0.5, new LatencyGoal(95, 1000).Share(result with { Requests = new RequestCounts(5, 1, 0, 1, 0, 0, 0, 0, 0, 3), Latency = times }));
    }
}
