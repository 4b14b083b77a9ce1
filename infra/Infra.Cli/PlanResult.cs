using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Cli;

/// <summary>What became of planning an environment: a plan, or why there is none.</summary>
internal sealed record PlanResult
{
    public Plan? Plan { get; init; }

    /// <summary>What is wrong with the environment's configuration: a headline, then one indented line per problem.</summary>
    public string? ConfigurationProblems { get; init; }

    /// <summary>What the program and the engine have to say.</summary>
    public ImmutableArray<PlanDiagnostic> Diagnostics { get; init; } = [];
}
