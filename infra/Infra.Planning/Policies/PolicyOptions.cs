using System.Collections.Immutable;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies;

/// <summary>How strictly, and when.</summary>
/// <param name="On">The day on which versions and suppressions are judged: a plan has no clock.</param>
public sealed record PolicyOptions(DateOnly On)
{
    /// <summary>From which severity on an open finding fails the check. Default: error.</summary>
    public PolicySeverity Gate { get; init; } = PolicySeverity.Error;

    /// <summary>Suppressions beside those that objects carry as annotations. Default: none.</summary>
    public ImmutableArray<PolicySuppression> Suppressions { get; init; } = [];
}
