using Infra.Core.Resilience;

namespace Infra.Core.Tests.Resilience;

public sealed class AwsCronTests
{
    [Theory]
    [InlineData("0 3 * * *", "cron(0 3 * * ? *)")]
    [InlineData("30 3 * * 1-5", "cron(30 3 ? * MON-FRI *)")]
    [InlineData("0 6 * * 0,sat", "cron(0 6 ? * SUN,SAT *)")]
    [InlineData("*/15 */6 1,15 jan-mar ?", "cron(0/15 0/6 1,15 JAN-MAR ? *)")]
    [InlineData("0 0 */2 */3 *", "cron(0 0 1/2 1/3 ? *)")]
    [InlineData("0 0 * * */2", "cron(0 0 ? * SUN-SAT/2 *)")]
    [InlineData("@daily", "cron(0 0 * * ? *)")]
    [InlineData("@weekly", "cron(0 0 ? * SUN *)")]
    [InlineData("@annually", "cron(0 0 1 1 ? *)")]
    public void AWS_counts_fields_and_days_in_its_own_way(string cron, string aws) => Assert.Equal(aws, AwsCron.Of(cron));

    [Fact]
    public void It_has_no_days_of_both_kinds()
    {
        const string problem = "'0 3 1 * 1' names days of the month and of the week; AWS takes one of them, so write * for the other";

        Assert.Equal(problem, AwsCron.Problem("0 3 1 * 1"));
        Assert.StartsWith(problem, Assert.Throws<ArgumentException>(() => AwsCron.Of("0 3 1 * 1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Kubernetes_refuses_is_refused() => Assert.StartsWith("'99' is no minute of a cron expression", AwsCron.Problem("99 3 * * *"), StringComparison.Ordinal);
}
