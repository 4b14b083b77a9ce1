using System.Collections.Immutable;

namespace Infra.Automation.Promotion;

/// <summary>What comes of a promotion: a text, or what is in its way.</summary>
/// <param name="Text">The text that the file should have; null where something is in the way.</param>
/// <param name="Problems">What is in the way, a line each.</param>
public sealed record PromotionResult(string? Text, ImmutableArray<string> Problems)
{
    internal static PromotionResult Failed(IEnumerable<string> problems) => new(null, [.. problems]);
}
