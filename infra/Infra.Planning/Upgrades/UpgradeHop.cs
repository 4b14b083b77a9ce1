using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Planning.Upgrades;

/// <summary>One update of the environment on the way: one minor version of Kubernetes, or one set of other pins.</summary>
/// <param name="From">The version before; null where the cluster isn't the environment's own.</param>
/// <param name="To">The version after it.</param>
public sealed record UpgradeHop(string? From, string? To)
{
    /// <summary>What has to be so, and is: skew, support, compatibility.</summary>
    public ValueList<string> Facts { get; init; } = [];

    /// <summary>What forbids it until somebody has done something.</summary>
    public ValueList<string> Blockers { get; init; } = [];

    /// <summary>In their order; none where the environment can't be planned with that version.</summary>
    public ValueList<UpgradeStep> Steps { get; init; } = [];

    /// <summary>All that it changes.</summary>
    public PlanDiff Diff { get; init; } = new();
}
