using Infra.Components.Serving;
using Infra.TestKit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingAlertsTests
{
    [Fact]
    public async Task The_whole_rule_object_is_as_reviewed() =>
        Golden.Match((await RulesAsync()).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n", "classifier.rules.json");

    [Fact]
    public async Task Latency_is_compared_in_seconds() => Assert.Equal(
        "histogram_quantile(0.95, sum by (le) (rate(:tensorflow:serving:request_latency_bucket{namespace=\"models\",model_name=\"classifier\"}[5m]))) / 1000000 > 0.2",
        await ExpressionAsync("InferenceLatencyHigh"));

    [Fact]
    public async Task Errors_of_the_server_are_a_share_of_all_requests() => Assert.Equal(
        "sum(rate(:tensorflow:serving:request_count{namespace=\"models\",model_name=\"classifier\","
            + "status=~\"UNKNOWN|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS\"}[5m]))"
            + " / sum(rate(:tensorflow:serving:request_count{namespace=\"models\",model_name=\"classifier\"}[5m])) > 0.005",
        await ExpressionAsync("InferenceErrorsHigh"));

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

    private static async Task<string?> ExpressionAsync(string alert) =>
        (string?)(await RulesAsync()).SelectToken($"spec.groups[0].rules[?(@.alert == '{alert}')].expr");

    private static async Task<JObject> RulesAsync() =>
        (await ServingSamples.Run(ServingSamples.OnGpu()))["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs;
}
