using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>A part of the search, which goes on from what the parts before it found.</summary>
/// <param name="Name">For people.</param>
/// <param name="Most">Most simulations; a day of prod's traffic takes seconds each.</param>
/// <param name="Seeds">How many of the settings that were best before it goes on from, each on another type of nodes.</param>
public sealed record SearchStage(string Name, int Most, int Seeds)
{
    public static SearchStage Hardware { get; } = new("instance types and replicas", 60, 0);

    public static SearchStage Sharing { get; } = new("sharing of GPUs", 30, 3);

    public static SearchStage Purchase { get; } = new("spot and on-demand", 10, 2);

    public static SearchStage Targets { get; } = new("targets of the scaler", 20, 2);

    /// <summary>In their order.</summary>
    public static ImmutableArray<SearchStage> All { get; } = [Hardware, Sharing, Purchase, Targets];

    /// <summary>More aren't simulated, whatever may be chosen.</summary>
    public static int MostSimulations { get; } = All.Sum(stage => stage.Most);
}
