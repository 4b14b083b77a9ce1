using Infra.Components.Costs;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Costs;

public sealed class EnvironmentBudgetTests
{
    private const string Budget = "aws:budgets/budget:Budget";

    [Fact]
    public async Task A_month_of_the_account_has_a_limit_and_people_hear_of_it() => JsonAssert.Same(
        """
        {
          "budgetType": "COST",
          "timeUnit": "MONTHLY",
          "limitAmount": "500",
          "limitUnit": "USD",
          "notifications": [
            { "notificationType": "ACTUAL", "comparisonOperator": "GREATER_THAN", "thresholdType": "PERCENTAGE", "threshold": 80, "subscriberEmailAddresses": ["ml-platform@example.com"] },
            { "notificationType": "ACTUAL", "comparisonOperator": "GREATER_THAN", "thresholdType": "PERCENTAGE", "threshold": 100, "subscriberEmailAddresses": ["ml-platform@example.com"] },
            { "notificationType": "FORECASTED", "comparisonOperator": "GREATER_THAN", "thresholdType": "PERCENTAGE", "threshold": 100, "subscriberEmailAddresses": ["ml-platform@example.com"] }
          ]
        }
        """,
        (await Run(Samples.Budget()))[Budget, "budget-budget"].Inputs);

    [Fact]
    public async Task It_can_count_one_environment_and_tell_a_topic()
    {
        var inputs = (await Run(new EnvironmentBudgetArgs
        {
            MonthlyUsd = 1,
            Alerts = [new BudgetAlertArgs { Percent = 150 }],
            SnsTopicArn = "arn:aws:sns:eu-central-1:123456789012:money",
            EnvironmentTag = "dev",
        }))[Budget, "budget-budget"].Inputs;

        JsonAssert.Same("""[ { "name": "TagKeyValue", "values": ["user:environment$dev"] } ]""", inputs["costFilters"]);
        JsonAssert.Same(
            """
            [
              {
                "notificationType": "ACTUAL",
                "comparisonOperator": "GREATER_THAN",
                "thresholdType": "PERCENTAGE",
                "threshold": 150,
                "subscriberSnsTopicArns": ["arn:aws:sns:eu-central-1:123456789012:money"]
              }
            ]
            """,
            inputs["notifications"]);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new EnvironmentBudgetArgs
        {
            MonthlyUsd = 0,
            Alerts = [new BudgetAlertArgs { Percent = 0 }, new BudgetAlertArgs { Percent = 1001 }],
        }));

        Assert.Equal(
            """
            4 problems in gpu-inference:index:EnvironmentBudget:
              budget.monthlyUsd: 0 is less than 1
              budget.emails: there is none, and no snsTopicArn; say who gets the alarms
              budget.alerts[0].percent: 0 is not between 1 and 1000
              budget.alerts[1].percent: 1001 is not between 1 and 1000
            """,
            error.Message);
    }

    private static Task<ComponentRun> Run(EnvironmentBudgetArgs args) => ComponentHarness.RunAsync(
        () => _ = new EnvironmentBudget("budget", args, Samples.In(Samples.AwsProvider())));
}
