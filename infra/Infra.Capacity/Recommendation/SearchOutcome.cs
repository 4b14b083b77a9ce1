using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>What a search found.</summary>
/// <param name="Tried">All that was simulated, in the order of trying; what there is now is the first.</param>
/// <param name="Refused">What couldn't be.</param>
/// <param name="Cut">Parts of the search that came to the end of their simulations before they were done.</param>
public sealed record SearchOutcome(ImmutableArray<TriedSetting> Tried, ImmutableArray<RefusedSetting> Refused, ImmutableArray<SearchStage> Cut);
