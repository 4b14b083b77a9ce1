using Infra.Core.Resilience.Chaos;
using Infra.TestKit;

namespace Infra.Core.Tests.Resilience.Chaos;

public sealed class ChaosExpectationTests
{
    // The golden file is the list of all alerts that models and platform have.
    [Fact]
    public void The_alert_of_every_experiment_exists()
    {
        var alerts = File.ReadAllLines(RepositoryRoot.Combine("tests/Infra.Core.Tests/Golden/alerts-with-cases.txt"));

        Assert.All(Enum.GetValues<ChaosKind>(), kind => Assert.Contains(ChaosExpectation.Of(kind).Alert, alerts));
    }
}
