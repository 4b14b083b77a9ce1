using System.Collections.Immutable;
using Infra.Planning.Policies;

namespace Infra.Automation.Gates;

/// <summary>What a gate lets pass.</summary>
/// <param name="Policies">How strictly the rules judge, on which day, and what is accepted.</param>
public sealed record GateOptions(PolicyOptions Policies)
{
    /// <summary>URNs, or logical names, of resources with data that may be deleted or replaced. Default: none.</summary>
    public ImmutableHashSet<string> AllowedLosses { get; init; } = [];

    /// <summary>Whether pods may be without a node. Default: no.</summary>
    public bool AllowUnplacedPods { get; init; }

    /// <summary>The most that the environment may cost in a month at its maximum, in US dollars by list prices. Default: no limit.</summary>
    public decimal? MaximumMonthlyCost { get; init; }
}
