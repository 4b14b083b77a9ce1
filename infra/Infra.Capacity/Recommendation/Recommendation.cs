using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>What was tried, and what of it is worth a thought.</summary>
public sealed record Recommendation
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    public required LatencyGoal Goal { get; init; }

    /// <summary>What there is now.</summary>
    public required TriedSetting Now { get; init; }

    /// <summary>All that was tried, in the order of trying.</summary>
    public required ImmutableArray<TriedSetting> Tried { get; init; }

    /// <summary>What couldn't be tried: the setting, and why.</summary>
    public required ImmutableArray<(Setting Setting, string Why)> Refused { get; init; }

    /// <summary>Of what was tried, with a price, what nothing else is better than; the cheapest first.</summary>
    public ImmutableArray<TriedSetting> Front =>
    [
        .. Tried.Where(one => one.UsdPerHour is not null && !Tried.Any(one.IsWorseThan))
            .OrderBy(one => one.UsdPerHour).ThenByDescending(one => one.Share).DistinctBy(one => (one.UsdPerHour, one.Share)),
    ];

    /// <summary>The cheapest that keeps the goal; null where none does.</summary>
    public TriedSetting? Chosen => Front.FirstOrDefault(one => Goal.IsMet(one.Model.Result));
}
