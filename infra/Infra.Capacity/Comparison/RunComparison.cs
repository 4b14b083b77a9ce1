using System.Collections.Immutable;
using Infra.Capacity.Rendering;
using Infra.Planning.Costs.Rendering;

namespace Infra.Capacity.Comparison;

/// <summary>The same requests and the same seed on two plans.</summary>
/// <param name="Base">What it is compared with, as people call it: <c>main (1a2b3c4)</c>.</param>
/// <param name="Before">What came of that.</param>
/// <param name="After">What came of the plan.</param>
public sealed record RunComparison(string Base, SimulatedRun Before, SimulatedRun After)
{
    /// <summary>Models by name, those of the plan first; one side is null where it lacks the model, or nobody asked it there.</summary>
    public ImmutableArray<(string Name, ModelFigures? Before, ModelFigures? After)> Models => Pairs(Asked(Before), Asked(After), model => model.Name);

    /// <summary>Pools by name, those of the plan first.</summary>
    public ImmutableArray<(string Name, PoolFigures? Before, PoolFigures? After)> Pools => Pairs([.. Before.Pools], [.. After.Pools], pool => pool.Name);

    /// <summary>One line.</summary>
    public string Summary
    {
        get
        {
            var objectives = Before.Objectives + After.Objectives == 0 ? "" : $"{Before.ObjectivesMet} of {Before.Objectives} objectives met before, {After.ObjectivesMet} of {After.Objectives} after; ";
            return $"Against {Base}, with the same requests and seed: {objectives}{Slowest()}{Cost()}";
        }
    }

    private string Cost() => (Before.Result.Usd, After.Result.Usd) switch
    {
        ({ } before, { } after) when before == after => $"{Figures.Usd(after)} as before",
        ({ } before, { } after) => $"{Figures.Usd(before)} becomes {Figures.Usd(after)}, {Money.Change(after - before)}",
        _ => "what one of them costs isn't known",
    };

    // The model whose p95 changes most, in whichever direction.
    private string Slowest()
    {
        var changed = Models.Where(model => model is { Before.Result.Latency.Count: > 0, After.Result.Latency.Count: > 0 })
            .Select(model => (model.Name, Before: model.Before!.Result.Latency.Percentile(95), After: model.After!.Result.Latency.Percentile(95)))
            .Where(model => model.Before != model.After)
            .OrderByDescending(model => Math.Max(model.Before, model.After) / (double)Math.Max(Math.Min(model.Before, model.After), 1)).ToList();
        return changed is [var most, ..] ? $"p95 of {most.Name} from {Figures.Time(most.Before)} to {Figures.Time(most.After)}; " : "";
    }

    private static List<ModelFigures> Asked(SimulatedRun run) => [.. run.Models.Where(model => model.Result.Requests.Arrived > 0)];

    private static ImmutableArray<(string Name, T? Before, T? After)> Pairs<T>(List<T> before, List<T> after, Func<T, string> name)
        where T : class =>
        [
            .. after.Select(one => (name(one), before.Find(other => name(other) == name(one)), (T?)one)),
            .. before.Where(one => !after.Exists(other => name(other) == name(one))).Select(one => (name(one), (T?)one, (T?)null)),
        ];
}
