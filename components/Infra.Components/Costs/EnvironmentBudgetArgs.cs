using Pulumi;

namespace Infra.Components.Costs;

/// <summary>Inputs of <see cref="EnvironmentBudget"/>.</summary>
public sealed class EnvironmentBudgetArgs : ResourceArgs
{
    /// <summary>Limit per calendar month in whole US dollars, 1 or more.</summary>
    [Input("monthlyUsd", required: true)]
    public required int MonthlyUsd { get; init; }

    /// <summary>When to raise an alarm. Default: 80 % and 100 % spent, 100 % forecast.</summary>
    [Input("alerts")]
    public List<BudgetAlertArgs> Alerts { get; init; } =
        [new BudgetAlertArgs { Percent = 80 }, new BudgetAlertArgs { Percent = 100 }, new BudgetAlertArgs { Percent = 100, Forecast = true }];

    /// <summary>E-mail addresses that get the alarms, at most 10.</summary>
    [Input("emails")]
    public List<string> Emails { get; init; } = [];

    /// <summary>ARN of an SNS topic that gets the alarms; its policy must let <c>budgets.amazonaws.com</c> publish. Default: none.</summary>
    [Input("snsTopicArn")]
    public Input<string>? SnsTopicArn { get; init; }

    /// <summary>
    /// Value of the tag <c>environment</c> whose costs count. Default: none; all costs of the account count. AWS knows a tag's costs only
    /// from the day that somebody activates the tag for cost allocation; before, such a budget sees nothing.
    /// </summary>
    [Input("environmentTag")]
    public string? EnvironmentTag { get; init; }
}
