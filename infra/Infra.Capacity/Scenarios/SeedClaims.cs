using System.Collections.Immutable;

namespace Infra.Capacity.Scenarios;

/// <summary>Puts the seeds' promises to the test.</summary>
public static class SeedClaims
{
    // Busy, and not yet full.
    private const double Load = 0.8;

    public static ImmutableArray<SeedClaim> Test() => [.. Classifier(), .. DeepSeek()];

    private static IEnumerable<SeedClaim> Classifier()
    {
        const string Claim = "inference efficiency +300 %";
        var before = SeedMeasurement.Capacity(SeedScenarios.ClassifierBefore);
        foreach (var after in (SeedScenario[])[SeedScenarios.ClassifierAfter, SeedScenarios.ClassifierBatched])
        {
            var capacity = SeedMeasurement.Capacity(after);
            yield return new SeedClaim("S0.16", Claim, $"answers per second of a replica: {after.Name}", 3, before, capacity, "/s");
            yield return new SeedClaim("S0.16", Claim, $"answers per US dollar of a node: {after.Name}", 3, PerUsd(SeedScenarios.ClassifierBefore, before), PerUsd(after, capacity), "/$");
        }
    }

    private static IEnumerable<SeedClaim> DeepSeek()
    {
        var (machines, platform) = (SeedScenarios.DeepSeekOnMachines, SeedScenarios.DeepSeekOnPlatform);
        var (before, after) = (SeedMeasurement.Capacity(machines), SeedMeasurement.Capacity(platform));
        var (slow, fast) = (SeedMeasurement.AtRate(machines, before * Load), SeedMeasurement.AtRate(platform, before * Load));
        const string AtLoad = "at 80 % of what plain machines can answer";
        yield return new SeedClaim("S2.15", "response time 2.3 s → 1.1 s", $"mean latency, {AtLoad}", (1.1 / 2.3) - 1, slow.Latency.MeanMicros / 1e6, fast.Latency.MeanMicros / 1e6, "s") { RestsOnEstimate = true };
        yield return new SeedClaim(
            "S2.15", "utilisation +42 %", $"share of the time in which the GPUs work, {AtLoad}", 0.42, slow.GpuSecondsBusy / slow.GpuSecondsAllocated * 100, fast.GpuSecondsBusy / fast.GpuSecondsAllocated * 100, "%")
        { RestsOnEstimate = true };
        yield return new SeedClaim("S2.15", "throughput ×3.8", "answers per second, at most", 2.8, before, after, "/s") { RestsOnEstimate = true };
        yield return new SeedClaim("S2.15", "unit cost −62 %", "US dollars for 1,000 answers, at most of both", -0.62, 1000 / PerUsd(machines, before), 1000 / PerUsd(platform, after), "$") { RestsOnEstimate = true };
    }

    private static double PerUsd(SeedScenario scenario, double perSecond) => perSecond * 3600 / (double)scenario.UsdPerHour;
}
