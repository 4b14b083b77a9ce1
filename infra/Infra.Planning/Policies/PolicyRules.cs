using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies;

/// <summary>Every rule that there is, in the order of ids.</summary>
public static class PolicyRules
{
    private static readonly FrozenSet<string> _ids;

    static PolicyRules()
    {
        All =
        [
            new SuppressionsThatCount(),
            new SuppressionsInForce(),
        ];
        _ids = All.Select(rule => rule.About.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public static ImmutableArray<IPolicyRule> All { get; }

    /// <summary>Whether there is a rule of that id.</summary>
    public static bool IsRule(string id) => _ids.Contains(id);
}
