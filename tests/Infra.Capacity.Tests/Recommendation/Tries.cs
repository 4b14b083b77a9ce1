using Infra.Capacity.Recommendation;
using Infra.Capacity.Tests.Rendering;

namespace Infra.Capacity.Tests.Recommendation;

/// <summary>Settings with what they are to have come to.</summary>
internal static class Tries
{
    public static readonly LatencyGoal Goal = new(95, 1_000_000);

    public static Setting Setting(string type, int min, int max) => new() { InstanceType = type, Min = min, Max = max };

    public static TriedSetting Of(Setting setting, decimal? usdPerHour, double share, params string[] harmed)
    {
        var run = SampleRun.Create(slowMicros: 900_000, usd: usdPerHour ?? 0);
        if (usdPerHour is null)
        {
            run = run with { Result = run.Result with { Pools = [run.Result.Pools[0] with { Usd = null }] } };
        }

        return new TriedSetting(setting, run, run.Models[0], share) { Harmed = [.. harmed] };
    }

    public static Infra.Capacity.Recommendation.Recommendation Recommendation(SearchSpace space, params TriedSetting[] tried) =>
        new() { Model = "assistant", Goal = Goal, Space = space, Outcome = new SearchOutcome([.. tried], [], []) };
}
