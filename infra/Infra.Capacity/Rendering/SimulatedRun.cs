using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation with what it was run on: what reports are made of.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Traffic">Where the requests came from.</param>
public sealed record SimulatedRun(SimulatedPlatform Platform, SimulationResult Result, TrafficSource Traffic)
{
    /// <summary>The models in the platform's order, those that nobody asked last.</summary>
    public ImmutableArray<ModelFigures> Models =>
        [.. Platform.Models.Zip(Result.Models, (model, result) => ModelFigures.Of(model, result, Result.EndMicros)).OrderBy(model => model.Result.Requests.Arrived == 0)];

    /// <summary>The pools in the platform's order.</summary>
    public ImmutableArray<PoolFigures> Pools => [.. Platform.Pools.Zip(Result.Pools, (pool, result) => PoolFigures.Of(pool, result, Result.EndMicros))];

    public int Objectives => Models.Sum(model => model.Objectives.Length);

    public int ObjectivesMet => Models.Sum(model => model.Objectives.Count(objective => objective.IsMet));

    /// <summary>Whether everything that was promised was kept.</summary>
    public bool MeetsObjectives => ObjectivesMet == Objectives;

    /// <summary>What the figures rest on: profiles, what the plan doesn't say, the traffic.</summary>
    public ImmutableArray<string> Assumptions => [.. Models.SelectMany(Profiles), .. Result.Unknowns.Distinct(), .. Traffic.Notes];

    /// <summary>One line.</summary>
    public string Summary
    {
        get
        {
            var (arrived, answered) = (Result.Models.Sum(model => model.Requests.Arrived - model.Requests.InFlight), Result.Models.Sum(model => model.Requests.Completed));
            var inFlight = Result.Models.Sum(model => model.Requests.InFlight);
            var rest = inFlight == 0 ? "" : $", {Figures.Whole(inFlight)} more still at work";
            var objectives = Objectives == 0 ? "no objective is set" : $"{ObjectivesMet} of {Objectives} objectives met";
            return $"capacity: {objectives}; {Figures.Share(arrived - answered, arrived)} of {Figures.Count(arrived, "request")} without an answer{rest}; {Figures.Usd(Result.Usd)} for {Figures.Long(Result.EndMicros)}";
        }
    }

    // A reader of plans says of an estimate itself what it is made of.
    private IEnumerable<string> Profiles(ModelFigures model) =>
        model.Model.Places.Select(place => place.Profile).OfType<Service.ServiceProfile>()
            .Where(profile => model.Result.Requests.Arrived > 0 && !Result.Unknowns.Any(unknown => unknown.Contains(profile.Source, StringComparison.Ordinal)))
            .Select(profile => $"{model.Name}: {(profile.IsEstimate ? "estimated, not measured: " : "")}{profile.Source}").Distinct();
}
