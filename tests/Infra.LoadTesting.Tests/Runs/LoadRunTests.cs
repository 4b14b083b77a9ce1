using Infra.LoadTesting.Arrivals;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Results;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Tests.Runs;

public sealed class LoadRunTests
{
    private const long Millisecond = 1_000;
    private const long Second = 1_000_000;

    private readonly VirtualTime _time = new();

    // 100 requests a second for 30 seconds to a service that answers within 10 ms, but for the two seconds from 10 s on answers nothing.
    private readonly TimedTarget _stalled = new((_, now) => Math.Max(now, now is >= 10 * Second and < 12 * Second ? 12 * Second : 0) + (10 * Millisecond));

    private readonly LoadPlan _halfMinute = new() { Arrivals = ArrivalTimes.Constant(100), Duration = TimeSpan.FromSeconds(30) };

    [Fact]
    public void A_stalled_server_is_in_the_percentiles_of_an_open_loop()
    {
        var result = Run(_stalled, _halfMinute);

        // Two hundred requests wait from 2 s down to 10 ms longer; the 30 worst of 3000 are beyond p99.
        Assert.Equal((3000, 3000, 0), (result.Requests, result.Answered, result.Failed));
        Assert.Equal((10 * Millisecond, 2010 * Millisecond), (result.Latency.MinMicros, result.Latency.MaxMicros));
        Assert.InRange(result.Latency.Percentile(50), 9_960, 10_040);
        Assert.InRange(result.Latency.Percentile(99), 1_703_000, 1_717_000);
    }

    // What a script does that waits for an answer before it asks again: it sees the stall once, however long.
    [Fact]
    public void The_same_server_seems_fine_to_one_user_who_waits()
    {
        var result = Run(_stalled, new LoadPlan { Duration = TimeSpan.FromSeconds(30) });

        Assert.Equal(2010 * Millisecond, result.Latency.MaxMicros);
        Assert.InRange(result.Latency.Percentile(99.9), 9_960, 10_040);
    }

    [Fact]
    public void A_second_in_which_this_machine_stood_still_is_in_the_latency_and_told_apart()
    {
        var target = new TimedTarget((number, now) =>
        {
            if (number == 1000)
            {
                _time.Jump(TimeSpan.FromSeconds(1));
            }
            return now + (10 * Millisecond);
        });

        var result = Run(target, _halfMinute);

        // Request 1000 was in time and has its answer with the jump; the hundred after it were sent up to a second late.
        Assert.Equal(3000, result.Answered);
        Assert.InRange(result.Latency.Percentile(98), 300 * Millisecond, 600 * Millisecond);
        Assert.InRange(result.Lateness.MaxMicros, 980 * Millisecond, 1000 * Millisecond);
        Assert.InRange(result.Service.Percentile(99.9), 9_960, 10_040);
    }

    [Fact]
    public void What_can_t_be_sent_is_counted_and_the_schedule_goes_on()
    {
        var result = Run(_stalled, _halfMinute with { MaxInFlight = 50 });

        // From 10 s to 12 s, both included, 201 are due, and 50 of them find room.
        Assert.Equal((3000, 2849, 151), (result.Requests, result.Answered, result.NotSent));
        Assert.Equal(50, _stalled.MostAtOnce);
        // Nothing is better for it: what wasn't sent counts as longer than any answer.
        Assert.Equal((null, 10 * Millisecond), (result.PercentileOfAll(96), result.Latency.MinMicros));
        Assert.InRange(result.PercentileOfAll(50)!.Value, 9_960, 10_040);
    }

    [Fact]
    public void Percentiles_of_a_known_distribution_come_out()
    {
        // Each of 1 to 1000 ms ten times, in an order that has nothing to do with time.
        var target = new TimedTarget((number, now) => now + ((((number * 617) % 1000) + 1) * Millisecond));

        var result = Run(target, new LoadPlan { Arrivals = ArrivalTimes.Constant(500), Duration = TimeSpan.FromSeconds(20) });

        Assert.Equal(10_000, result.Answered);
        foreach (var percent in (double[])[1, 10, 50, 90, 95, 99, 99.9])
        {
            var expected = percent * 10 * Millisecond;
            Assert.InRange(result.Latency.Percentile(percent), expected * 0.996, expected * 1.004);
        }
        Assert.Equal(500_500, result.Latency.MeanMicros);
    }

    [Fact]
    public void A_warm_up_is_sent_and_not_measured()
    {
        var target = new TimedTarget((_, now) => now + ((now < 5 * Second ? 3000 : 10) * Millisecond));

        var result = Run(target, _halfMinute with { WarmUp = TimeSpan.FromSeconds(5), Duration = TimeSpan.FromSeconds(10) });

        Assert.Equal((500, 1000, 1500), (result.WarmUps, result.Requests, target.Payloads.Count));
        Assert.Equal((10 * Millisecond, 10 * Millisecond), (result.Latency.MinMicros, result.Latency.MaxMicros));
        Assert.Equal((10 * Second, 100.0), (result.ElapsedMicros, result.AnswersPerSecond));
    }

    [Fact]
    public void Users_wait_for_answers_and_there_are_never_more_of_them()
    {
        var target = new TimedTarget((_, now) => now + (20 * Millisecond));

        var result = Run(target, new LoadPlan { Concurrency = 8, Duration = TimeSpan.FromSeconds(2) });

        // Little's law: 8 users, 20 ms, 400 a second.
        Assert.Equal((8, 800, 400.0), (target.MostAtOnce, result.Answered, result.AnswersPerSecond));
    }

    [Fact]
    public void A_number_of_requests_ends_a_run()
    {
        var result = Run(new TimedTarget((_, now) => now + Millisecond), new LoadPlan { Concurrency = 3, Duration = TimeSpan.FromHours(1), MostRequests = 100 });

        Assert.Equal((100, 100), (result.Requests, result.Answered));
    }

    [Fact]
    public void A_request_without_an_answer_in_time_is_a_timeout()
    {
        var target = new TimedTarget((number, now) => now + (number % 4 == 0 ? 60 * Second : 5 * Millisecond));

        var result = Run(target, _halfMinute with { Duration = TimeSpan.FromSeconds(4), Timeout = TimeSpan.FromSeconds(2) });

        Assert.Equal([new KeyValuePair<Failure, long>(new Failure(FailureKind.Timeout), 100)], result.Failures);
        Assert.Equal((400, 300, 0), (result.Requests, result.Answered, target.AtOnce));
    }

    [Fact]
    public void Stopping_ends_what_is_under_way_and_keeps_what_was_measured()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);

        // Half a second's requests are under way when it is stopped.
        var result = _time.Run(() => new LoadRun(new TimedTarget((_, now) => now + (500 * Millisecond)), [Payload.None], _halfMinute, _time).RunAsync(stop.Token));

        Assert.True(result.WasStopped);
        Assert.Equal((1000, 950, 50, 0), (result.Requests, result.Answered, result.Unfinished, result.Failed));
    }

    [Fact]
    public void Payloads_are_sent_in_turn()
    {
        Payload[] payloads = [new(new byte[] { 1 }), new(new byte[] { 2 }), new(new byte[] { 3 })];
        var target = new TimedTarget((_, now) => now + Millisecond);

        _time.Run(() => new LoadRun(target, payloads, new LoadPlan { Duration = TimeSpan.FromSeconds(1), MostRequests = 5 }, _time).RunAsync(CancellationToken.None));

        Assert.Equal([1, 2, 3, 1, 2], target.Payloads.Select(payload => payload.Content.Span[0]));
    }

    [Fact]
    public void Progress_is_told_once_a_second()
    {
        var told = new List<LoadProgress>();
        var plan = _halfMinute with { WarmUp = TimeSpan.FromSeconds(1), Duration = TimeSpan.FromSeconds(2) };

        _time.Run(() => new LoadRun(_stalled, [Payload.None], plan, _time, new Told(told)).RunAsync(CancellationToken.None));

        Assert.Equal([(1, 0), (2, 99), (3, 199)], told.Select(one => (one.ElapsedMicros / Second, one.Answered)));
    }

    // A target that breaks its promise must not end the run.
    [Fact]
    public void An_error_of_the_client_is_a_failure_of_one_request()
    {
        var result = Run(new TimedTarget((number, now) => number % 2 == 0 ? throw new InvalidOperationException("!") : now), _halfMinute with { Duration = TimeSpan.FromSeconds(1) });

        Assert.Equal([new KeyValuePair<Failure, long>(new Failure(FailureKind.Other, "InvalidOperationException"), 50)], result.Failures);
        Assert.Equal(50, result.Answered);
    }

    private LoadResult Run(TimedTarget target, LoadPlan plan) => _time.Run(() => new LoadRun(target, [Payload.None], plan, _time).RunAsync(CancellationToken.None));

    private sealed class Told(List<LoadProgress> list) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => list.Add(value);
    }
}
