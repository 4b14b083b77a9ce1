using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Capacity.Scenarios;

/// <summary>The seeds' promises and what comes out, as text.</summary>
public static class SeedText
{
    /// <summary>How many are confirmed, then each of them.</summary>
    /// <param name="claims">What came out.</param>
    public static IEnumerable<TextLine> Render(ImmutableArray<SeedClaim> claims)
    {
        yield return TextLine.Of($"{claims.Count(claim => claim.IsConfirmed)} of {Counted.Of(claims.Length, "reading")} of what the seeds promise {(claims.Count(claim => claim.IsConfirmed) == 1 ? "is" : "are")} confirmed by a simulation", TextRole.Heading);
        yield return TextLine.Of("Nothing was tuned towards a promise. Every parameter and its source: docs/capacity-seeds.md, or --markdown.");
        yield return TextLine.Empty;
        foreach (var line in TextTable.Render(["ROW", "THE DOCUMENT SAYS", "TAKEN FOR", "BEFORE>", "AFTER>", "CHANGE>", "PROMISED>", "VERDICT"], [.. claims.Select(claim => (string[])[.. SeedFigures.Of(claim), $"{claim.Verdict.Words}{claim.Verdict.Addition}"])]))
        {
            yield return line;
        }
    }
}
