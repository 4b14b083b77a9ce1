using Infra.Core.Tests.Monitoring.Alerts;
using Infra.TestKit;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>Every alert on what models promise, of every name and window, against its case.</summary>
public sealed class ObjectiveAlertsTests
{
    public static TheoryData<string> Alerts => [.. ObjectiveCases.Alerts.Keys];

    [SkippableTheory]
    [MemberData(nameof(Alerts))]
    public async Task An_alert_fires_when_it_should_and_not_when_it_nearly_should(string alert)
    {
        var rule = WatchedModels.Written(ObjectiveCases.Alerts[alert]);

        Assert.Equal("", await PromTool.TestAlertAsync([rule], rule, ObjectiveCases.Of(ObjectiveCases.Alerts[alert])));
    }

    /// <summary>What environments render is held against this list (PromQlTests): an alert without a case isn't shipped.</summary>
    [Fact]
    public void The_list_of_alerts_with_cases_is_that_of_the_tests() => Golden.Match(
        string.Concat(ObjectiveCases.Alerts.Values.Select(rule => rule.Name).Concat(AlertSamples.All.Select(rule => rule.Name)).Distinct().Order(StringComparer.Ordinal).Select(name => $"{name}\n")),
        "alerts-with-cases.txt");

    [SkippableFact]
    public async Task Prometheus_reads_every_template() => Assert.Equal(
        "", await PromTool.CheckRulesAsync(new JArray(new JObject { ["name"] = "all", ["rules"] = new JArray(WatchedModels.Written(ObjectiveCases.Alerts.Values)) })));
}
