using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Fleet;

namespace Infra.Capacity.Tests.Simulation;

public sealed class BalancingTests
{
    [Fact]
    public void Taking_turns_and_counting_requests_are_both_blind_to_how_long_they_take()
    {
        // Both replicas have had one when the third and the fourth come, at 105 and 106; the one that took the second works until 110.
        long[] times = [0, 10, 105, 106];
        Assert.Equal([0, 0, 0, 4], Waits(LoadBalancing.RoundRobin, times));
        Assert.Equal([0, 0, 0, 99], Waits(LoadBalancing.LeastRequests, times));
    }

    [Fact]
    public void Chance_waits_longer_than_turns()
    {
        var model = Platforms.Model(Platforms.Requests(100), replicas: 2);
        var means = new[] { LoadBalancing.Random, LoadBalancing.RoundRobin }
            .Select(way => Platforms.Of(model with { LoadBalancing = way }).Run(TheoryTests.Poisson(1, 70, 10_000)).Models[0].Waiting.MeanMicros).ToArray();

        Assert.True(means[0] > 1.5 * means[1], string.Join(", ", means));
    }

    [Fact]
    public void The_better_of_two_lies_between_chance_and_the_best()
    {
        var model = Platforms.Model(Platforms.Requests(100, spread: ServiceSpread.Exponential), replicas: 8);
        var means = new[] { LoadBalancing.Random, LoadBalancing.LeastOfTwo, LoadBalancing.LeastRequests }
            .Select(way => Platforms.Of(model with { LoadBalancing = way }).Run(TheoryTests.Poisson(1, 15, 20_000)).Models[0].Waiting.MeanMicros).ToArray();

        Assert.True(means[0] > 2 * means[1] && means[1] > 2 * means[2], string.Join(", ", means));
    }

    [Fact]
    public void Of_two_replicas_Envoy_draws_one_twice_as_often_as_not_and_Ray_never()
    {
        int Busy(LoadBalancing way)
        {
            var platform = Platforms.Of(Platforms.Model(Platforms.Requests(100), replicas: 2) with { LoadBalancing = way });
            // Every 1000 µs one comes, and 10 µs later another: it waits if it goes to the same replica.
            return (int)platform.Run(Platforms.At([.. Enumerable.Range(0, 4000).Select(i => (i / 2 * 1000L) + (i % 2 * 10))])).Models[0].Waiting.Buckets.Where(bucket => bucket.LowestMicros > 0).Sum(bucket => bucket.Count);
        }

        // 2000 pairs: both draws the busy one in a quarter of them.
        Assert.InRange(Busy(LoadBalancing.LeastOfTwo), 440, 560);
        Assert.Equal(0, Busy(LoadBalancing.LeastOfPair));
        Assert.InRange(Busy(LoadBalancing.Random), 900, 1100);
    }

    [Theory]
    [InlineData(null, 250)] // one of four
    [InlineData(0.1, 100)]
    [InlineData(1.0, 1000)]
    [InlineData(0.0, 0)]
    public void A_new_version_gets_its_share(double? share, int expected)
    {
        var balancer = new Balancer(LoadBalancing.RoundRobin, new RandomSource(1, "balancing")) { NewShare = share };
        balancer.Refresh([.. Enumerable.Range(0, 4).Select(number => new Replica(number, null!, number / 3) { Pods = [], State = ReplicaState.Ready })], newVersion: 1);

        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => balancer.Next()!.Version == 1), expected * 0.9, expected * 1.1);
    }

    [Fact]
    public void A_version_that_is_not_ready_gets_nothing_whatever_its_share()
    {
        var balancer = new Balancer(LoadBalancing.Random, new RandomSource(1, "balancing")) { NewShare = 1 };
        balancer.Refresh([new Replica(0, null!, 0) { Pods = [], State = ReplicaState.Ready }, new Replica(1, null!, 1) { Pods = [], State = ReplicaState.Starting }], newVersion: 1);

        Assert.Equal(0, balancer.Next()!.Number);
    }

    private static IEnumerable<long> Waits(LoadBalancing way, long[] times) =>
        Platforms.Of(Platforms.Model(Platforms.Requests(100), replicas: 2) with { LoadBalancing = way }).Run(Platforms.At(times)).Models[0].Waiting.Values();
}
