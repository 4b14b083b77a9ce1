using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>A stable model and its candidate: who gets the requests for their name.</summary>
public sealed class RequestShareTests
{
    private const int Requests = 10_000;

    [Fact]
    public void A_canary_gets_its_percents_of_the_requests_by_chance()
    {
        var counts = Counts([new RequestShare(0, 90), new RequestShare(1, 10)]);

        // 1,000, give or take 3.3 times √(10,000 × 0.1 × 0.9) = 30.
        Assert.InRange(counts[1], 901, 1099);
        Assert.Equal(Requests, counts.Sum());
    }

    [Fact]
    public void One_side_of_a_blue_green_rollout_gets_all_of_them() => Assert.Equal([0L, Requests], Counts([new RequestShare(1, 100)]));

    [Fact]
    public void A_model_without_shares_gets_its_own() => Assert.Equal([Requests, 0L], Counts([]));

    [Fact]
    public void Requests_that_name_the_candidate_are_its_own()
    {
        var platform = Platform([new RequestShare(0, 90), new RequestShare(1, 10)]);

        Assert.Equal([0L, 3L], platform.Run(Platforms.At(1, 2, 3).Select(request => request with { Model = 1 })).Models.Select(model => model.Requests.Arrived));
    }

    [Fact]
    public void Who_shares_with_a_model_that_nobody_measured_can_not_be_simulated()
    {
        var platform = Platform([new RequestShare(0, 90), new RequestShare(1, 10)]);
        var blind = platform with { Models = [platform.Models[0], platform.Models[1] with { Places = [new ModelPlace(0, null)] }] };

        Assert.Equal((true, true), (platform.CanAnswer(0), platform.CanAnswer(1)));
        Assert.Equal((false, false), (blind.CanAnswer(0), blind.CanAnswer(1)));
        Assert.True((blind with { Models = [blind.Models[0] with { Shares = [new RequestShare(0, 100)] }, blind.Models[1]] }).CanAnswer(0));
    }

    [Fact]
    public void A_model_is_switched_off_when_nobody_who_gets_its_requests_has_a_replica()
    {
        var platform = Platform([new RequestShare(0, 90), new RequestShare(1, 10)]);
        var stableOff = platform with { Models = [platform.Models[0] with { Replicas = 0 }, platform.Models[1]] };
        var bothOff = stableOff with { Models = [stableOff.Models[0], platform.Models[1] with { Replicas = 0 }] };

        Assert.Equal((false, false), (platform.IsSwitchedOff(0), platform.IsSwitchedOff(1)));
        Assert.Equal((false, false), (stableOff.IsSwitchedOff(0), stableOff.IsSwitchedOff(1)));
        Assert.Equal((true, true), (bothOff.IsSwitchedOff(0), bothOff.IsSwitchedOff(1)));
        Assert.True((stableOff with { Models = [stableOff.Models[0] with { Shares = [] }, platform.Models[1]] }).IsSwitchedOff(0));
    }

    private static long[] Counts(RequestShare[] shares) =>
        [.. Platform(shares).Run(Enumerable.Range(0, Requests).Select(i => new TraceRequest(i * 1000L, 0, 0, 0))).Models.Select(model => (long)model.Requests.Arrived)];

    private static SimulatedPlatform Platform(RequestShare[] shares)
    {
        var model = Platforms.Model(Platforms.Requests(100));
        return Platforms.Of(model with { Shares = [.. shares] }, model with { Name = "model-candidate", IsCalledByName = false });
    }
}
