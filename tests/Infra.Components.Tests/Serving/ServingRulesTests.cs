using Infra.Components.Serving;
using Infra.TestKit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingRulesTests
{
    [Fact]
    public async Task The_whole_rule_object_is_as_reviewed() =>
        Golden.Match((await RulesAsync()).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n", "classifier.rules.json");

    [Fact]
    public async Task An_alert_says_how_much_it_hurries_and_where_to_read_on() => Assert.Equal(
        ("P0", "docs/runbooks/objective-missed.md", null),
        ((string?)(await AlertAsync()).SelectToken("labels.severity"), (string?)(await AlertAsync()).SelectToken("annotations.runbook"), (string?)(await AlertAsync()).SelectToken("annotations.runbook_url")));

    [Fact]
    public async Task Where_pages_are_read_is_the_user_s_to_say()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu(monitoring: new MonitoringArgs { PrometheusNamespace = "monitoring", Runbooks = "https://wiki.example.com/runbooks/" }));

        Assert.Equal(
            "https://wiki.example.com/runbooks/objective-missed.md",
            (string?)run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs.SelectToken("spec.groups[?(@.name == 'classifier.objectives')].rules[0].annotations.runbook_url"));
    }

    [Fact]
    public async Task What_nobody_tells_of_GPUs_is_not_recorded()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu(monitoring: new MonitoringArgs { PrometheusNamespace = "monitoring", HasGpuMetrics = false }));

        Assert.Equal(
            ["classifier.base", "classifier.business", "classifier.objectives"],
            run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs.SelectTokens("spec.groups[*].name").Select(name => (string?)name));
    }

    [Fact]
    public async Task The_operator_finds_the_rules_by_its_labels() =>
        Assert.Equal("prometheus", (string?)(await RulesAsync()).SelectToken("metadata.labels.release"));

    [Fact]
    public async Task A_label_of_the_operator_may_be_one_that_we_set_too()
    {
        var monitoring = new MonitoringArgs
        {
            PrometheusNamespace = "monitoring",
            SelectorLabels = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "kube-prometheus" },
        };
        var run = await ServingSamples.Run(ServingSamples.OnGpu(monitoring: monitoring));

        Assert.All(
            new[] { run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"], run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "vision-monitor"] },
            found => Assert.Equal("kube-prometheus", (string?)found.Inputs.SelectToken("metadata.labels['app.kubernetes.io/part-of']")));
    }

    private static async Task<JToken> AlertAsync() => (await RulesAsync()).SelectToken("spec.groups[?(@.name == 'classifier.objectives')].rules[0]")!;

    private static async Task<JObject> RulesAsync() =>
        (await ServingSamples.Run(ServingSamples.OnGpu()))["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs;
}
