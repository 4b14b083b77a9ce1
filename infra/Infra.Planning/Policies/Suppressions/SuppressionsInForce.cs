using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>What was accepted for a time comes back when the time is over.</summary>
public sealed class SuppressionsInForce : IPolicyRule
{
    /// <inheritdoc/>
    public RuleDescription About { get; } = new(
        "POL002",
        PolicySeverity.Error,
        "No suppression is past its last day",
        "An exception that was meant for a month stays for years, and nobody looks at it again.",
        "this project, docs/policy.md");

    /// <inheritdoc/>
    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return from suppression in context.Suppressions
               where suppression.Until < context.On
               from subject in context.Subjects
               where SuppressionIndex.Matches(suppression.Resource, subject.Label) || SuppressionIndex.Matches(suppression.Resource, subject.Resource.Urn.ToString())
               select subject.Finding(
                   $"{suppression.Rule} was suppressed until {suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({suppression.Place}: {suppression.Reason}); mend what it finds, or give a new reason and day");
    }
}
