using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>An annotation that means to suppress a rule does so.</summary>
public sealed class SuppressionsThatCount : IPolicyRule
{
    /// <inheritdoc/>
    public RuleDescription About { get; } = new(
        "POL001",
        PolicySeverity.Error,
        "Every suppression names a rule, a reason and a last day",
        "Somebody believes that a finding is accepted, with nobody having said why or for how long.",
        "this project, docs/policy.md");

    /// <inheritdoc/>
    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.BrokenSuppressions;
    }
}
