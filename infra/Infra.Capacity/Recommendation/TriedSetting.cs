using Infra.Capacity.Rendering;

namespace Infra.Capacity.Recommendation;

/// <summary>What came of a setting.</summary>
/// <param name="Setting">The setting; null for what there is now.</param>
/// <param name="Run">The simulation.</param>
/// <param name="Model">The model in it.</param>
/// <param name="Share">Share of the requests that were answered in time.</param>
/// <param name="Usd">What all pools cost; null where nobody knows.</param>
public sealed record TriedSetting(Setting? Setting, SimulatedRun Run, ModelFigures Model, double Share, decimal? Usd)
{
    /// <summary>US dollars an hour.</summary>
    public decimal? UsdPerHour => Usd is { } usd && Run.Result.EndMicros > 0 ? usd * 3_600_000_000m / Run.Result.EndMicros : null;

    /// <summary>Whether another one is better: cheaper without being worse, or in time more often without being dearer.</summary>
    public bool IsWorseThan(TriedSetting other) =>
        other.UsdPerHour is { } theirs && (UsdPerHour is not { } own || (theirs <= own && other.Share >= Share && (theirs < own || other.Share > Share)));
}
