namespace Infra.Planning.Diffing.Facts;

/// <summary>What replaces random values. The documentation speaks of <c>keepers</c> alone.</summary>
internal static class RandomReplacements
{
    private static readonly ReplacementFacts _all = new()
    {
        Source = "documentation of pulumi-random 4.21.1, read 2026-11-22",
        Replace = ["keepers"],
        OthersInPlace = false,
    };

    public static ReplacementFacts? Of(string type) => type.StartsWith("random:", StringComparison.Ordinal) ? _all : null;
}
