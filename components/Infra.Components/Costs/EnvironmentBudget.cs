using System.Globalization;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Budgets = Pulumi.Aws.Budgets;

namespace Infra.Components.Costs;

/// <summary>A monthly AWS budget that tells people before the money is gone. It stops nothing.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-budget    the budget with its alarms
/// </code>
/// </remarks>
public sealed class EnvironmentBudget : ComponentResource
{
    private const int MostEmails = 10;
    private const int MostPercent = 1000;

    /// <summary>Name of the budget.</summary>
    [Output("budgetName")]
    public Output<string> BudgetName { get; }

    /// <summary>Declares the budget.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible budget; the message lists every problem.</exception>
    public EnvironmentBudget(string name, EnvironmentBudgetArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EnvironmentBudget, name, args, options)
    {
        Check(name, args);
        var budget = new Budgets.BudgetArgs
        {
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = args.MonthlyUsd.ToString(CultureInfo.InvariantCulture),
            LimitUnit = "USD",
        };
        if (args.EnvironmentTag is { } environment)
        {
            // The spelling of the Budgets API for a tag that a user made: user:KEY$VALUE.
            budget.CostFilters.Add(new Budgets.Inputs.BudgetCostFilterArgs { Name = "TagKeyValue", Values = $"user:environment${environment}" });
        }

        foreach (var alert in args.Alerts)
        {
            budget.Notifications.Add(Notification(args, alert));
        }

        BudgetName = new Budgets.Budget($"{name}-budget", budget, Children.Root(this, options)).Name;
        RegisterOutputs();
    }

    private static Budgets.Inputs.BudgetNotificationArgs Notification(EnvironmentBudgetArgs args, BudgetAlertArgs alert)
    {
        var notification = new Budgets.Inputs.BudgetNotificationArgs
        {
            NotificationType = alert.Forecast ? "FORECASTED" : "ACTUAL",
            ComparisonOperator = "GREATER_THAN",
            ThresholdType = "PERCENTAGE",
            Threshold = alert.Percent,
        };
        if (args.Emails.Count > 0)
        {
            notification.SubscriberEmailAddresses = args.Emails;
        }

        if (args.SnsTopicArn is { } topic)
        {
            notification.SubscriberSnsTopicArns = topic;
        }

        return notification;
    }

    private void Check(string name, EnvironmentBudgetArgs args)
    {
        var problems = new ConfigProblems();
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add(ConfigPath.Key(name, key), message);
            }
        }

        Refuse(args.MonthlyUsd < 1, "monthlyUsd", $"{args.MonthlyUsd} is less than 1");
        Refuse(args.Alerts.Count == 0, "alerts", "there is none; a budget that tells nobody is of no use");
        Refuse(args.Emails.Count == 0 && args.SnsTopicArn is null, "emails", "there is none, and no snsTopicArn; say who gets the alarms");
        Refuse(args.Emails.Count > MostEmails, "emails", $"there are {args.Emails.Count}; AWS allows {MostEmails}, so use an SNS topic");
        for (var i = 0; i < args.Alerts.Count; i++)
        {
            var percent = args.Alerts[i].Percent;
            if (percent is < 1 or > MostPercent)
            {
                var alert = ConfigPath.Index(ConfigPath.Key(name, "alerts"), i);
                problems.Add(ConfigPath.Key(alert, "percent"), $"{percent} is not between 1 and {MostPercent}");
            }
        }

        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(ComponentTypes.EnvironmentBudget), this, hideStack: true);
        }
    }
}
