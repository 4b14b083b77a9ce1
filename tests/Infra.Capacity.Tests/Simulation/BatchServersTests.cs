using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Batches, limits and patience, computed by hand. Times are small enough for histograms to keep them exactly.</summary>
public sealed class BatchServersTests
{
    private static readonly RequestProfile _batching = Platforms.Requests(1) with
    {
        BatchTimes = new TimeCurve(new TimePoint(1, 10), new TimePoint(4, 25)),
        MaxBatchSize = 4,
        MaxBatchDelayMicros = 10,
    };

    [Fact]
    public void A_batch_starts_when_it_is_full_or_its_oldest_request_has_waited_long_enough()
    {
        var result = Platforms.Of(Platforms.Model(_batching)).Run(Platforms.At(0, 4, 12, 13, 14, 15, 16, 100)).Models[0];

        // 10 to 25: the first two, after the delay. 25 to 50: four at once, the server was busy. 50 to 60: the one that is left has waited. 110 to 120: one alone, after the delay.
        Assert.Equal(4, result.Batches);
        Assert.Equal(8, result.BatchedItems);
        Assert.Equal([6, 10, 10, 10, 11, 12, 13, 34], result.Waiting.Values());
        Assert.Equal([20, 21, 25, 35, 36, 37, 38, 44], result.Latency.Values());
    }

    [Fact]
    public void A_full_batch_does_not_wait()
    {
        var result = Platforms.Of(Platforms.Model(_batching)).Run(Platforms.At(0, 1, 2, 3)).Models[0];

        Assert.Equal([0, 1, 2, 3], result.Waiting.Values());
        Assert.Equal([25, 26, 27, 28], result.Latency.Values());
    }

    [Fact]
    public void Servers_of_a_replica_work_side_by_side()
    {
        var result = Platforms.Of(Platforms.Model(Platforms.Requests(40, servers: 2))).Run(Platforms.At(0, 10, 20, 30)).Models[0];

        Assert.Equal([0, 0, 20, 20], result.Waiting.Values());
        Assert.Equal([40, 40, 60, 60], result.Latency.Values());
    }

    [Fact]
    public void A_caller_gives_up_in_the_queue_or_while_a_server_works_to_the_end_for_nobody()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { RequestTimeoutMicros = 50 };

        var result = Platforms.Of(model).Run(Platforms.At(0, 5, 10, 75)).Models[0];

        // 0 to 40 the first; 40 to 80 the second, whose caller goes at 55; the third one's goes at 60; 80 to 120 the fourth.
        Assert.Equal((4, 2, 1, 1, 0), (result.Requests.Arrived, result.Requests.Completed, result.Requests.TimedOutInService, result.Requests.TimedOutWaiting, result.Requests.InFlight));
        Assert.Equal([40, 45], result.Latency.Values());
        Assert.Equal([0, 5, 35], result.Waiting.Values());
    }

    [Fact]
    public void A_full_queue_rejects_and_one_that_gave_up_leaves_it_at_once()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { QueueLimit = 1, RequestTimeoutMicros = 20 };

        var result = Platforms.Of(model).Run(Platforms.At(0, 1, 2, 22)).Models[0];

        // The second one waits, the third one is rejected; at 21 the second one's caller goes and the fourth takes its place until 40, then is served until 80, which is too late.
        Assert.Equal(1, result.Requests.QueueFull);
        Assert.Equal((0, 1, 2), (result.Requests.Completed, result.Requests.TimedOutWaiting, result.Requests.TimedOutInService));
    }

    [Fact]
    public void Without_a_replica_requests_are_refused_or_wait_outside_and_go_to_whoever_has_room()
    {
        var asleep = Platforms.Model(Platforms.Requests(40), replicas: 0);
        Assert.Equal(2, Platforms.Of(asleep).Run(Platforms.At(0, 1)).Models[0].Requests.WithoutReplica);

        var queued = Platforms.Model(Platforms.Requests(40), replicas: 2) with { WithoutReplicas = WithoutReplicas.WaitsInQueue };
        var result = Platforms.Of(queued).Run(Platforms.At(0, 10, 20, 30)).Models[0];
        Assert.Equal([0, 0, 20, 20], result.Waiting.Values());
    }

    [Fact]
    public void Who_gets_no_answer_waits_too_long()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { RequestTimeoutMicros = 50, Objectives = new LatencyObjectives(60, 60, null, 60, null) };

        // As above: two are answered in time, one is given up in service, one in the queue; there are no tokens.
        Assert.Equal(
            [(ObjectiveKind.Latency, 0.5), (ObjectiveKind.FirstToken, 0), (ObjectiveKind.Waiting, 0.75)],
            Platforms.Of(model).Run(Platforms.At(0, 5, 10, 75)).Models[0].Objectives.Select(one => (one.Kind, one.Share)));
    }

    [Fact]
    public void Where_nobody_is_answered_nothing_is_met()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { RequestTimeoutMicros = 10, Objectives = new LatencyObjectives(60, null, 60, null, null) };

        Assert.All(Platforms.Of(model).Run(Platforms.At(0, 100)).Models[0].Objectives, one => Assert.Equal((0d, false), (one.Share, one.IsMet)));
    }

    [Fact]
    public void Objectives_are_counted_exactly()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { Objectives = new LatencyObjectives(60, null, null, 0, 0.9) };

        var objectives = Platforms.Of(model).Run(Platforms.At(0, 20, 40, 200)).Models[0].Objectives;

        // Latencies 40, 60, 80 and 40; waits 0, 20, 40 and 0.
        Assert.Equal([0.75, 0.5, 1], objectives.Select(objective => objective.Share));
        Assert.Equal([false, false, true], objectives.Select(objective => objective.IsMet));
    }

    [Fact]
    public void What_is_sent_after_the_end_is_not_read_and_what_has_no_answer_is_in_flight()
    {
        var result = Platforms.Of(Platforms.Model(Platforms.Requests(40))).Run(Platforms.At(0, 10, 60), new() { EndMicros = 50 });

        Assert.Equal((2, 1, 1), (result.Models[0].Requests.Arrived, result.Models[0].Requests.Completed, result.Models[0].Requests.InFlight));
        Assert.Equal(50, result.EndMicros);
        // 10 alone, 30 together, 10 alone: 80 request-microseconds in 50.
        Assert.Equal(1.6, result.Models[0].MeanInFlight);
    }

    [Theory]
    [InlineData(5, 0, 0, 0, "A request at 0 µs comes after one at 5 µs; requests come in the order of their times.")]
    [InlineData(-1, 0, 0, 0, "A request at -1 µs comes after one at 0 µs; requests come in the order of their times.")]
    [InlineData(0, 0, 5, 1, "A request at 5 µs asks model 1; there are 1.")]
    public void What_cannot_be_simulated_is_said(long first, int firstModel, long second, int secondModel, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Platforms.Of(Platforms.Model(Platforms.Requests(40))).Run([new(first, firstModel, 0, 0), new(second, secondModel, 0, 0)])).Message);

    [Fact]
    public void A_model_of_which_nobody_says_what_it_does_takes_no_requests()
    {
        var model = Platforms.Model(Platforms.Requests(40)) with { Places = [new ModelPlace(0, null)] };

        Assert.Equal(
            "A request at 3 µs asks model, of which nobody says how long it takes on each of its pools; give it a service profile.",
            Assert.Throws<ArgumentException>(() => Platforms.Of(model).Run(Platforms.At(3))).Message);
    }
}
