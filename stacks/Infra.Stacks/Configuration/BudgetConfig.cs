using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A monthly limit of costs. AWS tells people when it is near; nothing is stopped.</summary>
public sealed record BudgetConfig : IConfigRules
{
    /// <summary>Limit per calendar month in US dollars.</summary>
    [InRange(Min = 1, Max = 10_000_000)]
    public required int MonthlyUsd { get; init; }

    /// <summary>E-mail addresses that get the alarms, at most 10.</summary>
    [Matches("[^@ ]+@[^@ ]+[.][^@ ]+", "an e-mail address")]
    [MaxLength(10)]
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>ARN of an SNS topic that gets the alarms; its policy must let <c>budgets.amazonaws.com</c> publish.</summary>
    [Matches(Arns.Topic, Arns.TopicAllowed)]
    public string? SnsTopicArn { get; init; }

    /// <summary>
    /// Which costs count. Default: account, all of them. AWS knows the costs of one environment only from the day that somebody activates the tag
    /// <c>environment</c> for cost allocation; before, such a budget sees nothing.
    /// </summary>
    public BudgetScope Scope { get; init; } = BudgetScope.Account;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Emails.IsEmpty && SnsTopicArn is null)
        {
            problems.Add(path, "tells nobody; name emails or snsTopicArn");
        }
    }
}

/// <summary>Which costs a budget counts.</summary>
public enum BudgetScope
{
    /// <summary>All costs of the account.</summary>
    Account,

    /// <summary>What carries the tag of this environment.</summary>
    Environment,
}
