using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>
/// Any one node of any pool can go without breaking a budget or a quota, and any one zone can go and every model of two or more replicas keeps one. What isn't so is
/// found, and so is what can't be so, with the reason. It counts the fewest replicas, which is when each of them matters most, and takes the scheduler to do the worst that
/// rules leave to it: a wish for spreading proves nothing.
/// </summary>
public static class DrainProof
{
    private static readonly ImmutableArray<IDrainRule> _rules = [new BudgetRule(), new RoomRule(), new QuotaRule(), new SpreadRule()];

    /// <summary>Whether a fault breaks what is promised of nodes; the others are limits that are said.</summary>
    public static bool IsBroken(DrainFault fault) => fault is DrainFault.Blocked or DrainFault.Quota;

    /// <summary>Everything that is found, in the order of rules and pods.</summary>
    /// <param name="cluster">What is judged.</param>
    public static ImmutableArray<DrainFinding> Of(DrainedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return [.. _rules.SelectMany(rule => rule.Check(cluster))];
    }

    /// <summary>What is found of quotas alone, which takes no packing of nodes.</summary>
    /// <param name="cluster">What is judged.</param>
    public static ImmutableArray<DrainFinding> OfQuotas(DrainedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return [.. new QuotaRule().Check(cluster)];
    }
}
