using System.Collections.Immutable;

namespace Infra.Stacks.Explaining;

/// <summary>Lines that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Lines">The lines, in the order of the calculation.</param>
public sealed record ExplanationSection(string Title, ImmutableArray<ExplanationLine> Lines);
