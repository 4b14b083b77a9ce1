using Infra.Core.Monitoring;

namespace Infra.Core.Tests.Monitoring;

public sealed class LogRetentionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(3653)]
    public void A_number_that_the_API_knows_is_allowed(int days) => Assert.Null(LogRetention.Problem(days));

    [Fact]
    public void Another_is_refused_with_all_that_are() => Assert.Equal(
        "10 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
        LogRetention.Problem(10));
}
