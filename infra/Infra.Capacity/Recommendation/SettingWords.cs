using Infra.Capacity.Platform;
using Infra.Capacity.Rendering;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Planning.Costs.Rendering;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Recommendation;

/// <summary>A setting in words, as its simulation had it.</summary>
internal static class SettingWords
{
    /// <summary>Types of nodes: one, unless the model's pools differ.</summary>
    public static string InstanceTypes(TriedSetting one) => string.Join(", ", Pools(one).Select(pool => pool.InstanceType).Distinct());

    /// <summary>How nodes are bought, in the order in which replicas are put on them.</summary>
    public static string Purchase(TriedSetting one)
    {
        var words = string.Join(", then ", Pools(one).Select(pool => Words(pool.CapacityType)).Distinct());
        return one.Setting.Purchase.BaseNodes is { } nodes ? $"{Counted.Of(nodes, "node")} {words}" : words;
    }

    /// <summary>How GPUs are shared.</summary>
    public static string Share(Recommendation recommendation, TriedSetting one) => string.Join(", ", Pools(one)
        .Select(pool => (one.Setting.Share ?? recommendation.Space.Share) is var share && share.Mode == pool.Sharing ? share : pool.Sharing == GpuSharingMode.None ? GpuShare.Whole : new GpuShare(pool.Sharing, pool.PartsPerGpu))
        .Select(share => share.Words).Distinct());

    /// <summary>Targets of the scaler; a dash for none.</summary>
    public static string Targets(Recommendation recommendation, TriedSetting one) => recommendation.Space.Targets.IsEmpty
        ? Figures.None
        : string.Join(", ", recommendation.Space.Targets.Select(target => one.Setting.Target is { } other && other.Metric == target.Metric ? other : target).Select(target => $"{target.Key} {target.Text}"));

    public static string Replicas(Setting setting) => setting is { Min: 1, Max: 1 } ? "1 replica" : $"{setting.Replicas} replicas";

    /// <summary>What an hour costs.</summary>
    public static string AnHour(TriedSetting one) => one.UsdPerHour is { } usd ? $"{Tilde(one)}{Money.Usd(usd)}" : "a cost that nobody knows";

    /// <summary>What a month costs.</summary>
    public static string AMonth(TriedSetting one) => one.UsdPerHour is { } usd ? $"{Tilde(one)}{Money.Whole(usd * ListPrice.HoursPerMonth)}" : Figures.None;

    /// <summary>What a month costs more, or less, than now.</summary>
    public static string Difference(Recommendation recommendation, TriedSetting one) =>
        (one.UsdPerHour - recommendation.Now.UsdPerHour) * ListPrice.HoursPerMonth is { } usd && !ReferenceEquals(one, recommendation.Now) ? $"{(usd > 0 ? "+" : "")}{Money.Whole(usd)}" : Figures.None;

    private static string Tilde(TriedSetting one) => one.IsCostEstimate ? "~" : "";

    private static List<SimulatedPool> Pools(TriedSetting one) => [.. one.Model.Model.Places.Select(place => one.Run.Platform.Pools[place.Pool])];

    private static string Words(CapacityType capacity) => capacity switch
    {
        CapacityType.Spot => "spot",
        CapacityType.OnDemand => "on-demand",
        _ => "capacity block",
    };
}
