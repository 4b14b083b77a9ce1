using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Engine;

/// <summary>What became of a run.</summary>
public sealed record PlanOutcome
{
    /// <summary>Null when there is an error among the <see cref="Diagnostics"/>: a plan with holes would mislead.</summary>
    public Plan? Plan { get; init; }

    /// <summary>What the environment file, the program and the engine have to say, in this order.</summary>
    public ImmutableArray<PlanDiagnostic> Diagnostics { get; init; } = [];
}
