using System.Collections.Immutable;
using Infra.Capacity.Recommendation;
using Infra.Core.Nodes;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class StagedSearchTests
{
    private static readonly GpuShare _mps = new(GpuSharingMode.Mps, 2);

    private static readonly SearchSpace _space = new()
    {
        Present = Tries.Setting("small", 1, 1),
        Starts = [Tries.Setting("small", 1, 1), Tries.Setting("large", 1, 1)],
        Scales = false,
        Shares = ImmutableSortedDictionary<string, ImmutableArray<GpuShare>>.Empty.Add("small", [_mps]).Add("large", [_mps]),
        Purchases = [NodePurchase.OnDemand],
    };

    [Fact]
    public async Task Each_part_goes_on_from_what_was_best_before()
    {
        // Three small nodes keep it, or one large; two replicas on a shared GPU are as slow as one alone.
        var (outcome, asked) = await SearchAsync(_space, setting => (Nodes(setting) * (setting.InstanceType == "small" ? 1 : 5) * (setting.Purchase.Kind == PurchaseKind.OnDemand ? 2 : 1), Math.Min(1, Nodes(setting) * (setting.InstanceType == "small" ? 0.32 : 1))));

        Assert.Equal(
            [
                "small 2 whole AsItIs", "small 3 whole AsItIs", "large 1 whole AsItIs",
                "small 3 MPS 2 AsItIs", "small 4 MPS 2 AsItIs", "small 6 MPS 2 AsItIs",
                "large 1 MPS 2 AsItIs", "large 2 MPS 2 AsItIs",
                "small 3 whole OnDemand", "large 1 whole OnDemand",
            ],
            asked);
        Assert.Equal(11, outcome.Tried.Length);
        Assert.Same(outcome.Tried[0].Setting, _space.Present);
        Assert.Empty(outcome.Cut);
    }

    [Fact]
    public async Task More_replicas_that_bring_nothing_are_not_tried()
    {
        var (_, asked) = await SearchAsync(_space with { Starts = [Tries.Setting("small", 1, 1)], Shares = _space.Shares.Clear(), Purchases = [] }, setting => (setting.Max, 0.5 + (setting.Max * 0.001)));

        Assert.Equal(["small 2 whole AsItIs", "small 3 whole AsItIs"], asked);
    }

    [Fact]
    public async Task Who_is_refused_with_few_replicas_is_refused_with_many()
    {
        var (outcome, asked) = await SearchAsync(_space with { Shares = _space.Shares.Clear(), Purchases = [] }, setting => setting.InstanceType == "large" ? null : (1, 1));

        Assert.Equal(["large 1 whole AsItIs"], asked);
        Assert.Equal(new RefusedSetting(Tries.Setting("large", 1, 1), "no"), Assert.Single(outcome.Refused));
    }

    [Fact]
    public async Task Targets_are_tried_around_what_they_are_now()
    {
        var space = _space with { Present = Tries.Setting("small", 1, 2), Starts = [Tries.Setting("small", 1, 2)], Scales = true, Shares = _space.Shares.Clear(), Purchases = [], Targets = [new ScalerTarget(ScalingMetric.Concurrency, 8)] };
        var (outcome, asked) = await SearchAsync(space, setting => (setting.Max, 1));

        Assert.Equal(["small 2 to 4 whole AsItIs", .. new[] { 4, 6, 10, 12 }.Select(target => $"small 1 to 2 whole AsItIs {target}")], asked);
        Assert.Equal(6, outcome.Tried.Length);
    }

    [Fact]
    public async Task However_much_may_be_chosen_the_number_of_simulations_is_bounded_and_said()
    {
        var types = Enumerable.Range(0, 40).Select(number => $"type{number:00}").ToImmutableArray();
        var space = _space with
        {
            Present = Tries.Setting(types[0], 1, 1),
            Starts = [.. types.Select(type => Tries.Setting(type, 1, 1))],
            Scales = true,
            Shares = types.ToImmutableSortedDictionary(type => type, _ => Enumerable.Range(2, 20).Select(parts => new GpuShare(GpuSharingMode.Mps, parts)).ToImmutableArray(), StringComparer.Ordinal),
            Purchases = [.. Enumerable.Range(1, 20).Select(nodes => NodePurchase.OnDemandFirst(nodes))],
            Targets = [.. Enum.GetValues<ScalingMetric>().Select(metric => new ScalerTarget(metric, 40))],
        };
        var (outcome, asked) = await SearchAsync(space, setting => (setting.Max, setting.Max * 0.01));

        Assert.Equal(120, SearchStage.MostSimulations);
        Assert.Equal(120, asked.Count);
        Assert.Equal(asked.Distinct(), asked);
        Assert.Equal(SearchStage.All.Select(stage => stage.Name), outcome.Cut.Select(stage => stage.Name));
        Assert.Equal(asked, (await SearchAsync(space, setting => (setting.Max, setting.Max * 0.01))).Asked);
    }

    private static double Nodes(Setting setting) => setting.Share is null ? setting.Max : setting.Max / 2.0;

    private static async Task<(SearchOutcome Outcome, List<string> Asked)> SearchAsync(SearchSpace space, Func<Setting, (double Usd, double Share)?> what)
    {
        var asked = new List<string>();
        Task<Attempt> Try(Setting setting)
        {
            asked.Add($"{setting.InstanceType} {setting.Replicas} {setting.Share?.Words ?? "whole"} {setting.Purchase.Kind}{setting.Purchase.BaseNodes}{(setting.Target is { } target ? $" {(target.Metric == ScalingMetric.Concurrency ? "" : target.Key)}{target.Text}" : "")}");
            return Task.FromResult(what(setting) is { } found ? Attempt.Of(Tries.Of(setting, (decimal)found.Usd, found.Share)) : Attempt.Refused("no"));
        }

        var now = what(space.Present)!.Value;
        var outcome = await new StagedSearch(space, Tries.Goal, Try, _ => { }).RunAsync(Tries.Of(space.Present, (decimal)now.Usd, now.Share));
        return (outcome, asked);
    }
}
