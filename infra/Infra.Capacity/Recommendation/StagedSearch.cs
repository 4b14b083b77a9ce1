using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>
/// Searches one thing after the other, each from what was best before: instance types with replicas, then how GPUs are shared, how nodes are bought, and targets of the scaler. The number of simulations is a sum over the parts rather than
/// a product, and bounded; what only pays together with something else isn't found.
/// </summary>
/// <param name="space">What may be chosen.</param>
/// <param name="goal">What is wanted.</param>
/// <param name="attempt">Tries a setting.</param>
/// <param name="tell">Is told what is tried next.</param>
public sealed class StagedSearch(SearchSpace space, LatencyGoal goal, Func<Setting, Task<Attempt>> attempt, Action<SearchStep> tell)
{
    // More replicas no longer help where two steps on a ladder bring less than half a percent of the requests each.
    private const double LeastGain = 0.005;
    private const int MostIdleSteps = 2;

    private readonly List<TriedSetting> _tried = [];
    private readonly List<RefusedSetting> _refused = [];
    private readonly HashSet<Setting> _known = [];
    private readonly List<SearchStage> _cut = [];

    /// <summary>Searches.</summary>
    /// <param name="now">What there is now.</param>
    public async Task<SearchOutcome> RunAsync(TriedSetting now)
    {
        _tried.Add(now);
        _known.Add(space.Present);
        foreach (var stage in SearchStage.All)
        {
            var left = stage.Most;
            foreach (var ladder in Ladders(stage).ToList())
            {
                left = await ClimbAsync(stage, ladder, left);
            }
        }

        return new SearchOutcome([.. _tried], [.. _refused], [.. _cut.Distinct()]);
    }

    private IEnumerable<ImmutableArray<Setting>> Ladders(SearchStage stage)
    {
        if (stage == SearchStage.Hardware)
        {
            return space.Starts.SelectMany(start => SettingLadder.Of(start, space.Present, space.Scales));
        }

        var seeds = Seeds(stage.Seeds);
        if (stage == SearchStage.Sharing)
        {
            return from seed in seeds
                   from share in space.Shares.GetValueOrDefault(seed.InstanceType, [])
                   select SettingLadder.From(seed with { Share = share }, space.Present, space.Scales);
        }

        return stage == SearchStage.Purchase
            ? from seed in seeds from purchase in space.Purchases select ImmutableArray.Create(seed with { Purchase = purchase })
            : from seed in seeds from target in space.Targets from other in target.Around select ImmutableArray.Create(seed with { Target = other });
    }

    // The cheapest that keeps the goal on each type of nodes, the cheapest of all first; then those that come nearest to it.
    private List<Setting> Seeds(int most) =>
        _tried.Where(one => one.UsdPerHour is not null && one.Harmed.IsEmpty)
            .OrderBy(one => one.Meets(goal) ? 0 : 1).ThenBy(one => one.Meets(goal) ? 0 : -one.Share).ThenBy(one => one.UsdPerHour)
            .Select(one => one.Setting).DistinctBy(setting => setting.InstanceType).Take(most).ToList();

    /// <returns>Simulations that are left.</returns>
    private async Task<int> ClimbAsync(SearchStage stage, ImmutableArray<Setting> ladder, int left)
    {
        var (best, idle) = (double.NegativeInfinity, 0);
        foreach (var setting in ladder)
        {
            var outcome = _tried.Find(one => one.Setting == setting);
            if (_known.Add(setting))
            {
                if (left == 0)
                {
                    _known.Remove(setting);
                    _cut.Add(stage);
                    return left;
                }

                outcome = await TryAsync(stage, setting);
                left -= outcome is null ? 0 : 1;
            }

            // Who is refused with few replicas is refused with many.
            if (outcome is null || outcome.Meets(goal))
            {
                return left;
            }

            idle = outcome.Share - best < LeastGain ? idle + 1 : 0;
            best = Math.Max(best, outcome.Share);
            if (idle == MostIdleSteps)
            {
                return left;
            }
        }

        return left;
    }

    private async Task<TriedSetting?> TryAsync(SearchStage stage, Setting setting)
    {
        tell(new SearchStep(stage, _tried.Count, setting));
        var outcome = await attempt(setting);
        if (outcome.Tried is not { } tried)
        {
            _refused.Add(new RefusedSetting(setting, outcome.Why!));
            return null;
        }

        _tried.Add(tried);
        return tried;
    }
}
