using Infra.Capacity.Rendering;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Planning.Costs.Rendering;
using Infra.Planning.Rendering;

namespace Infra.Capacity.Recommendation;

/// <summary>A recommendation as text.</summary>
public static class RecommendationText
{
    /// <summary>What is best, then the settings that nothing is better than, then what couldn't be tried.</summary>
    public static IEnumerable<TextLine> Render(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        yield return TextLine.Of(Headline(recommendation), recommendation.Chosen is null ? TextRole.Error : TextRole.Heading);
        yield return TextLine.Of(
            $"Of {Counted.Of(recommendation.Tried.Length, "setting")} that {(recommendation.Tried.Length == 1 ? "was" : "were")} simulated with {recommendation.Now.Run.Traffic.What}, these are the ones that no other is better than; ~ rests on an estimate. The cost is that of all pools.");
        yield return TextLine.Empty;
        foreach (var line in TextTable.Render(
            ["", "INSTANCE TYPE", "CAPACITY", "REPLICAS>", "ON A GPU>", "P95>", "IN TIME>", "ANSWERED>", "COST AN HOUR>"],
            [Row(recommendation, recommendation.Now, "now"), .. recommendation.Front.Select(one => Row(recommendation, one, one == recommendation.Chosen ? "best" : ""))]))
        {
            yield return line;
        }

        foreach (var line in Refused(recommendation))
        {
            yield return line;
        }
    }

    private static string Headline(Recommendation recommendation)
    {
        var (goal, now) = (recommendation.Goal, recommendation.Now);
        return recommendation.Chosen is { Setting: { } setting } chosen
            ? $"{recommendation.Model}: {setting.InstanceType}, {Words(setting.CapacityType)}, {Replicas(setting)} keeps {goal} for {Usd(chosen)} an hour; now it is {Figures.Percent(now.Share)} in time for {Usd(now)}"
            : $"{recommendation.Model}: nothing that was tried keeps {goal}; now it is {Figures.Percent(now.Share)} in time for {Usd(now)} an hour";
    }

    private static string Replicas(Setting setting) => setting is { Min: 1, Max: 1 } ? "1 replica" : $"{setting.Replicas} replicas";

    private static string[] Row(Recommendation recommendation, TriedSetting one, string mark)
    {
        var (model, setting) = (one.Model, one.Setting);
        var pools = model.Model.Places.Select(place => one.Run.Platform.Pools[place.Pool]).ToList();
        return
        [
            mark,
            setting?.InstanceType ?? string.Join(", ", pools.Select(pool => pool.InstanceType).Distinct()),
            setting is null ? string.Join(", ", pools.Select(pool => Words(pool.CapacityType)).Distinct()) : Words(setting.CapacityType),
            setting?.Replicas ?? Figures.Steps(model.Replicas),
            setting is null ? Figures.None : $"{setting.SharedBy}",
            ModelCells.Latency(model, 95),
            $"{Figures.Percent(one.Share)}{(recommendation.Goal.IsMet(model.Result) ? "" : " missed")}",
            ModelCells.Answered(model),
            Usd(one),
        ];
    }

    private static IEnumerable<TextLine> Refused(Recommendation recommendation)
    {
        var reasons = recommendation.Refused.GroupBy(one => one.Why, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0)
        {
            yield break;
        }

        yield return TextLine.Empty;
        yield return TextLine.Of("NOT TRIED", TextRole.Heading);
        foreach (var reason in reasons)
        {
            yield return TextLine.Of($"  {string.Join(", ", reason.Select(one => one.Setting.InstanceType).Distinct())}: {reason.Key}");
        }
    }

    private static string Words(CapacityType capacity) => capacity == CapacityType.Spot ? "spot" : "on-demand";

    private static string Usd(TriedSetting one) => one.UsdPerHour is { } usd ? Money.Usd(usd) : "a cost that nobody knows";
}
