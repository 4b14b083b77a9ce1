using System.Collections.Immutable;
using Infra.Capacity.Rendering;
using Infra.Core.Nodes;

namespace Infra.Capacity.Recommendation;

/// <summary>What came of a setting.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Run">The simulation.</param>
/// <param name="Model">The model in it.</param>
/// <param name="Share">Share of the requests that were answered in time.</param>
public sealed record TriedSetting(Setting Setting, SimulatedRun Run, ModelFigures Model, double Share)
{
    private const decimal HourMicros = 3_600_000_000m;

    /// <summary>Other models that miss a promise with it that they keep now.</summary>
    public ImmutableArray<string> Harmed { get; init; } = [];

    /// <summary>US dollars an hour for all pools; null where nobody knows.</summary>
    public decimal? UsdPerHour => Run.Result.Usd is { } usd && Run.Result.EndMicros > 0 ? usd * HourMicros / Run.Result.EndMicros : null;

    /// <summary>Whether spot nodes are in the cost: what they save is an average.</summary>
    public bool IsCostEstimate => Run.Pools.Any(pool => pool.Pool.CapacityType == CapacityType.Spot && pool.Result.NodeHours > 0);

    /// <summary>Simulated.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="run">The simulation.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="goal">What is wanted.</param>
    /// <param name="now">What there is now; null for that itself.</param>
    public static TriedSetting Of(Setting setting, SimulatedRun run, string model, LatencyGoal goal, SimulatedRun? now)
    {
        ArgumentNullException.ThrowIfNull(run);
        var figures = run.Models.Single(one => one.Name == model);
        return new TriedSetting(setting, run, figures, goal.Share(figures.Result))
        {
            Harmed = now is null ? [] : [.. Kept(now).Where(name => name != model).Except(Kept(run)).Order(StringComparer.Ordinal)],
        };
    }

    public bool Meets(LatencyGoal goal) => Share >= goal.Percent / 100;

    /// <summary>Whether another one is better: cheaper without being worse, or in time more often without being dearer.</summary>
    public bool IsWorseThan(TriedSetting other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.UsdPerHour is { } theirs && (UsdPerHour is not { } own || (theirs <= own && other.Share >= Share && (theirs < own || other.Share > Share)));
    }

    private static IEnumerable<string> Kept(SimulatedRun run) => run.Models.Where(model => model.Objectives.All(objective => objective.IsMet)).Select(model => model.Name);
}
