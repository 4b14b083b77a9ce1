using System.Collections.Immutable;
using Infra.Core.Footprints;
using Infra.Core.Resilience;

namespace Infra.Core.Tests.Resilience;

/// <summary>A cluster in which everything may go: two models on GPUs in three zones, and controllers.</summary>
internal static class SmallCluster
{
    public static DrainPool Gpu { get; } = new("t4", ["a", "b", "c"], 3, Space(4000, 16, 30, gpus: 1));

    public static DrainPool System { get; } = new("system", ["a", "b"], 2, Space(2000, 8, 30));

    public static StandingPods Classifier { get; } = new()
    {
        Name = "Deployment classifier",
        Namespace = "inference",
        Least = 2,
        Replicas = 2,
        Space = Space(2000, 4, 1, gpus: 1),
        Pools = ["t4"],
        Budgets = [Budget(away: "1")],
        IsSpread = true,
        MostInOneZone = 1,
    };

    public static StandingPods Controller { get; } = new()
    {
        Name = "Deployment controller",
        Least = 2,
        Space = Space(500, 1, 1),
        Pools = ["system"],
        Budgets = [Budget(stay: "1")],
        IsSpread = true,
    };

    public static NamespaceQuota Quota { get; } = new("inference", "inference", 6000, null, 3, Devices(3));

    public static DrainedCluster Sound { get; } = new([Gpu, System], [Classifier, Controller], [Quota]);

    public static NodeSpace Space(long millicores, int gibibytes, int pods, int gpus = 0) => new(new NodeRoom(millicores, (long)gibibytes << 30, pods), Devices(gpus));

    public static DisruptionBudget Budget(string? stay = null, string? away = null) =>
        new("PodDisruptionBudget b", stay is null ? null : BudgetAmount.Parse(stay), away is null ? null : BudgetAmount.Parse(away));

    private static ImmutableSortedDictionary<string, long> Devices(long gpus) =>
        gpus == 0 ? ImmutableSortedDictionary<string, long>.Empty : ImmutableSortedDictionary<string, long>.Empty.Add("nvidia.com/gpu", gpus);
}
