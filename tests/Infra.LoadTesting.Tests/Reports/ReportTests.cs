using Infra.Capacity.Service;
using Infra.Capacity.Statistics;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Profiles;
using Infra.LoadTesting.Reports;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;
using Infra.LoadTesting.Tests.Runs;
using Infra.LoadTesting.Tokens;
using Newtonsoft.Json.Linq;

namespace Infra.LoadTesting.Tests.Reports;

public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>";

    private readonly VirtualTime _time = new();

    [Fact]
    public void A_table_shows_runs_beside_each_other_and_failures_below()
    {
        var text = ResultText.Render([Closed("fast", 1, (_, now) => now + 10_000), Closed("slow", 2, (number, now) => number % 4 == 3 ? throw new InvalidOperationException() : now + 20_000)]).Select(line => $"{line}").ToList();

        Assert.Equal(
            [
                "fast: http://x/, 1 users",
                "slow: http://x/, 2 users",
                "",
                "Latency of answered requests",
                "run   requests  answered  failed  answers/s     mean      min      p50      p90      p95      p99    p99.9      max",
                "fast       100       100       0      100.0  10.0 ms  10.0 ms  10.0 ms  10.0 ms  10.0 ms  10.0 ms  10.0 ms  10.0 ms",
            ],
            text.Take(6));
        Assert.Contains("slow  other: InvalidOperationException        25", text);
        Assert.Contains("slow: 25 % of the requests have failed; the percentiles are of the others", text);
    }

    [Fact]
    public void JSON_has_what_the_table_has()
    {
        var output = new StringWriter();
        var run = Closed("fast", 1, (_, now) => now + 10_000);
        ResultJson.Write([run], [ObjectiveCheck.Of("fast", new LatencyObjective(95, 5_000), run.Result)], output);

        var document = JObject.Parse(output.ToString());
        Assert.Equal((100, 100, 10_000, 10_000), ((int)document["runs"]![0]!["requests"]!, (int)document["runs"]![0]!["answered"]!, (int)document["runs"]![0]!["latencyMicros"]!["p95"]!, (int)document["objectives"]![0]!["measuredMicros"]!));
        Assert.False((bool)document["objectives"]![0]!["isMet"]!);
    }

    [Fact]
    public void A_page_needs_nothing_else_and_shows_names_as_text()
    {
        var output = new StringWriter();
        ResultPage.Write([Closed(Hostile, 1, (_, now) => now + 10_000)], [], output);

        var page = output.ToString();
        Assert.DoesNotContain(Hostile, page);
        Assert.Contains("&lt;script&gt;", page);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page);
        Assert.DoesNotContain("src=", page);
        Assert.Equal(1, page.Split("<polyline").Length - 1);
    }

    // A server that takes 10 ms for one, and 2 ms more for each that it works on beside.
    [Fact]
    public void A_profile_has_the_times_by_requests_at_once()
    {
        var runs = new[] { 1, 2, 4 }.Select(users => Closed($"c={users}", users, (_, now) => now + 10_000 + ((users - 1) * 2_000))).ToList();

        Assert.Equal([], MeasuredProfile.Problems(runs, null));
        var profile = Assert.IsType<RequestProfile>(MeasuredProfile.Of(runs, null, "here"));

        Assert.Equal([new TimePoint(1, 10_000), new TimePoint(2, 12_000), new TimePoint(4, 16_000)], profile.BatchTimes.Points.AsEnumerable());
        Assert.Equal((4, 1.0), (profile.MaxBatchSize, profile.Spread.Factor(0.5)));
        Assert.Equal([], profile.Problems());
    }

    // Servers whose workers have a request each: one after the other, three side by side, as many as ask, two that are measured not quite exactly.
    [Theory]
    [InlineData(1, 10_000, 20_000, 40_000)]
    [InlineData(3, 12_000, 12_000, 16_000)]
    [InlineData(4, 10_000, 10_000, 10_000)]
    [InlineData(2, 100_000, 104_000, 196_000)]
    public void A_profile_of_workers_has_the_time_of_a_request(int workers, long one, long two, long four)
    {
        var runs = new[] { (1, one), (2, two), (4, four) }.Select(level => Closed($"c={level.Item1}", level.Item1, (_, now) => now + level.Item2)).ToList();

        var profile = Assert.IsType<RequestProfile>(MeasuredProfile.Of(runs, null, "here"));

        Assert.Equal([new TimePoint(1, one)], profile.BatchTimes.Points.AsEnumerable());
        Assert.Equal((workers, 1), (profile.Servers, profile.MaxBatchSize));
        Assert.Equal([], profile.Problems());
    }

    // A token takes 5 ms however many the server puts into an event: the simulator gives a sequence one token in each iteration.
    [Theory]
    [InlineData(5_000, new long[] { 40_000, 50_000, 60_000, 70_000 }, 7)]
    // Somebody's prompt came in between.
    [InlineData(10_000, new long[] { 40_000, 50_000, 60_000, 90_000, 100_000 }, 5)]
    // Something on the way holds events together, by twos and by fours.
    [InlineData(10_000, new long[] { 40_000, 40_000, 60_000, 60_000, 80_000 }, 5)]
    [InlineData(10_000, new long[] { 40_000, 40_001, 40_002, 40_003, 80_000 }, 5)]
    public void A_profile_of_streams_has_what_an_iteration_takes_without_a_prompt(long micros, long[] events, int count)
    {
        var profile = Assert.IsType<TokenProfile>(MeasuredProfile.Of([Streamed(new TokenTimes(events, 64, count))], 1000, "here"));

        Assert.InRange(Assert.Single(profile.DecodeTimes.Points).Micros, micros * 0.996, micros * 1.004);
        Assert.Equal([new TimePoint(64, 40_000)], profile.PrefillTimes.Points.AsEnumerable());
    }

    [Fact]
    public void Several_tokens_in_an_event_are_told() =>
        Assert.Contains("x: 7 tokens came in 4 events, whose distances are what stands above; a token took 5.00 ms on average", ResultText.Render([Streamed(new TokenTimes([40_000, 50_000, 60_000, 70_000], 64, 7))]).Select(line => $"{line}"));

    [Fact]
    public void An_open_loop_makes_no_profile() => Assert.Equal(
        ["an open loop measures waiting, too; a profile is measured with --concurrency 1,2,4,8"],
        MeasuredProfile.Problems([Closed("x", 1, (_, now) => now + 10_000) with { Concurrency = null }], null));

    private Measurement Streamed(TokenTimes tokens)
    {
        var plan = new LoadPlan { Duration = TimeSpan.FromSeconds(1), MostRequests = 1 };
        return new Measurement("x", "http://x/", "1 user", 1, _time.Run(() => new LoadRun(new Streams(tokens), [Payload.None], plan, _time).RunAsync(CancellationToken.None)));
    }

    private Measurement Closed(string label, int users, Func<int, long, long> answerAt)
    {
        var plan = new LoadPlan { Concurrency = users, Duration = TimeSpan.FromSeconds(60), MostRequests = 100 };
        var result = _time.Run(() => new LoadRun(new TimedTarget(answerAt), [Payload.None], plan, _time).RunAsync(CancellationToken.None));
        return new Measurement(label, "http://x/", $"{users} users", users, result);
    }

    private sealed class Streams(TokenTimes tokens) : ITarget
    {
        public Task<Answer> SendAsync(Payload payload, RunClock clock, CancellationToken cancellation) => Task.FromResult(new Answer(Tokens: tokens));
    }
}
