using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>What was tried, and what of it is worth a thought.</summary>
public sealed record Recommendation
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    public required LatencyGoal Goal { get; init; }

    public required SearchSpace Space { get; init; }

    public required SearchOutcome Outcome { get; init; }

    /// <summary>What wasn't searched, and what people have to know before they spend money; one line each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What there is now.</summary>
    public TriedSetting Now => Outcome.Tried[0];

    /// <summary>Of what was tried, with a price and without harm to other models, what nothing else is better than; the cheapest first. Of equals that was tried first, and before all what there is now.</summary>
    public ImmutableArray<TriedSetting> Front
    {
        get
        {
            var harmless = Outcome.Tried.Where(one => one.UsdPerHour is not null && one.Harmed.IsEmpty).ToList();
            return [.. harmless.Where(one => !harmless.Any(one.IsWorseThan)).OrderBy(one => one.UsdPerHour).ThenBy(one => one.Share).DistinctBy(one => (one.UsdPerHour, one.Share))];
        }
    }

    /// <summary>The cheapest that keeps the goal; null where none does.</summary>
    public TriedSetting? Chosen => Front.FirstOrDefault(one => one.Meets(Goal));

    /// <summary>Whether what there is now is the best.</summary>
    public bool StaysAsItIs => ReferenceEquals(Chosen, Now);

    /// <summary>What was left out because another model would miss a promise that it keeps now.</summary>
    public ImmutableArray<TriedSetting> Harmful => [.. Outcome.Tried.Where(one => !one.Harmed.IsEmpty)];
}
