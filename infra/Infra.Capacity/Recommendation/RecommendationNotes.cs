using Infra.Capacity.Rendering;
using Infra.Core;
using Infra.Core.Nodes;

namespace Infra.Capacity.Recommendation;

/// <summary>What a simulation can't weigh, and people have to before they spend money.</summary>
internal static class RecommendationNotes
{
    public static IEnumerable<string> Of(Recommendation recommendation)
    {
        foreach (var stage in recommendation.Outcome.Cut)
        {
            yield return $"{stage.Name}: not all of it was tried; its {stage.Most} simulations were used up";
        }

        if (recommendation.Outcome.Tried.Where(one => one.UsdPerHour is null).ToList() is { Count: > 0 } priceless)
        {
            yield return $"left out: {Counted.Of(priceless.Count, "setting")} whose cost nobody knows ({string.Join(", ", priceless.Select(one => one.Setting.InstanceType).Distinct())})";
        }

        if (recommendation.Harmful.Length > 0)
        {
            yield return $"left out: {Counted.Of(recommendation.Harmful.Length, "setting")} with which another model misses a promise that it keeps now ({string.Join(", ", recommendation.Harmful.SelectMany(one => one.Harmed).Distinct().Order(StringComparer.Ordinal))})";
        }

        foreach (var note in recommendation.Chosen is { } chosen && !recommendation.StaysAsItIs ? OfChosen(recommendation, chosen) : [])
        {
            yield return note;
        }

        foreach (var note in recommendation.Notes)
        {
            yield return note;
        }
    }

    private static IEnumerable<string> OfChosen(Recommendation recommendation, TriedSetting chosen)
    {
        var (setting, present) = (chosen.Setting, recommendation.Space.Present);
        if (chosen.Model.IsEstimate)
        {
            yield return "its times are estimates from data sheets, on the fast side: put one such node under load ('./run loadtest --profile-out') before you buy many";
        }

        if (chosen.Model.IsEstimate && chosen.Model.Model.Pods.Sum(pod => pod.Accelerators) is > 1 and var gpus)
        {
            yield return $"the {gpus} GPUs of a replica exchange what they computed in every layer, and the estimate takes no time for it: without NVLink between them (G instances have none) they are slower than it says";
        }

        if (setting.Min < present.Min)
        {
            yield return $"it always has {Counted.Of(setting.Min, "replica")} where there {(present.Min == 1 ? "is" : "are")} {present.Min} now: no trace tells of a node or a zone that fails, which the others may be there for";
        }

        if (UsesSpot(chosen) && !UsesSpot(recommendation.Now))
        {
            yield return "it takes spot nodes where there are none now: EC2 may take them back all at once, or have none; the simulation takes them back one by one, and always has another";
        }

        if (setting.Purchase.Kind != PurchaseKind.OnDemand && UsesSpot(chosen) && setting.InstanceType != present.InstanceType)
        {
            yield return "a spot pool of one instance type is often without nodes: name further types with the same GPUs";
        }
    }

    private static bool UsesSpot(TriedSetting one) => one.Model.Model.Places.Any(place => one.Run.Platform.Pools[place.Pool].CapacityType == CapacityType.Spot);
}
