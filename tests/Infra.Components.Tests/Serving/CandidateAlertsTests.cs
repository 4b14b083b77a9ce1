using Infra.Components.Tests.Serving.Backends;
using Infra.TestKit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Infra.Components.Tests.Serving;

/// <summary>When a candidate counts as worse than the stable model: the expressions, and what Prometheus makes of them.</summary>
public sealed class CandidateAlertsTests
{
    private const string Errors = "InferenceCandidateErrors";
    private const string Slow = "InferenceCandidateSlow";
    private const string Promtool = "/usr/bin/promtool";

    [Fact]
    public async Task Alerts_compare_each_by_its_own_pods()
    {
        var rules = await RulesAsync();

        Assert.Equal("qwen-candidate-analysis", (string?)rules.SelectToken("metadata.name"));
        Assert.Equal(
            "(sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",handler=~\"/v1/.*\",status=\"5xx\"}[10m]))"
            + " / sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",handler=~\"/v1/.*\"}[10m])))"
            + " - (sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\",status=\"5xx\"}[10m]))"
            + " / sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\"}[10m]))"
            + " or 0 * sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\"}[10m]))) > 0.01",
            Rule(rules, "InferenceCandidateErrors", "expr"));
        Assert.Equal(
            "(histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",model_name=\"qwen\"}[10m]))))"
            + " / (histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",model_name=\"qwen\"}[10m])))) > 1.5",
            Rule(rules, "InferenceCandidateSlow", "expr"));
        Assert.Equal("10m", Rule(rules, "InferenceCandidateSlow", "for"));
        Assert.Equal(
            "At the 95th percentile its requests took {{ $value | humanize }} times as long over 10m; allowed are 1.5. To go back, set the model's rollout.weight to 0, or rollout.live to stable.",
            Rule(rules, "InferenceCandidateSlow", "annotations.description"));
    }

    // Requests and failures of each in half a minute; null for a series that isn't there, as a server has none of failures before the first.
    [SkippableTheory]
    [InlineData(30, null, 30, null, "")]
    [InlineData(30, null, 30, 10, Errors)]
    [InlineData(30, 10, 30, 10, "")]
    [InlineData(30, 0, 30, 1, Errors)]
    // One in a hundred is allowed; and whoever gets no requests fails none.
    [InlineData(1000, null, 1000, 9, "")]
    [InlineData(30, null, 0, 0, "")]
    // All requests go to the candidate.
    [InlineData(0, 0, 30, 10, "")]
    [InlineData(0, null, 30, 10, Errors)]
    public async Task Failures_are_compared_with_those_of_the_stable_model(int stable, int? stableFailed, int candidate, int? candidateFailed, string alert) => Assert.Equal(
        alert,
        await FiringAsync(
        [
            .. Requests("qwen", stable, stableFailed),
            .. Requests("qwen-candidate", candidate, candidateFailed),
        ]));

    [SkippableTheory]
    [InlineData("1.0", "1.0", "")]
    [InlineData("1.0", "2.5", Slow)]
    [InlineData("2.5", "1.0", "")]
    public async Task Latency_is_compared_by_the_slowest_twentieth(string stable, string candidate, string alert) =>
        Assert.Equal(alert, await FiringAsync([.. Latency("qwen", stable), .. Latency("qwen-candidate", candidate)]));

    private static async Task<JObject> RulesAsync() => (await SmallModel.Run(RolloutTests.Candidate("plain"))).Registrations
        .Single(resource => resource.Type == "kubernetes:monitoring.coreos.com/v1:PrometheusRule" && resource.Name == "vision-analysis").Inputs;

    private static string? Rule(JObject rules, string alert, string path) => (string?)rules.SelectToken($"spec.groups[0].rules[?(@.alert == '{alert}')]")!.SelectToken(path);

    private static IEnumerable<JObject> Requests(string instance, int all, int? failed)
    {
        yield return Series("http_requests_total", instance, ",handler=\"/v1/completions\",status=\"2xx\"", all - (failed ?? 0));
        if (failed is { } failures)
        {
            yield return Series("http_requests_total", instance, ",handler=\"/v1/completions\",status=\"5xx\"", failures);
        }
    }

    // All requests take as long: none is in the bucket before.
    private static IEnumerable<JObject> Latency(string instance, string seconds) =>
    [
        Series("vllm:e2e_request_latency_seconds_bucket", instance, ",model_name=\"qwen\",le=\"0.5\"", 0),
        Series("vllm:e2e_request_latency_seconds_bucket", instance, $",model_name=\"qwen\",le=\"{seconds}\"", 30),
        Series("vllm:e2e_request_latency_seconds_bucket", instance, ",model_name=\"qwen\",le=\"+Inf\"", 30),
    ];

    private static JObject Series(string metric, string instance, string labels, int step) => new()
    {
        ["series"] = $"{metric}{{namespace=\"models\",app_kubernetes_io_instance=\"{instance}\"{labels}}}",
        ["values"] = $"0+{step}x120",
    };

    // Half an hour of one scrape each half minute: ten minutes of measuring, ten of waiting, and some more.
    private static async Task<string> FiringAsync(IReadOnlyList<JObject> series)
    {
        Skip.IfNot(File.Exists(Promtool), "promtool isn't installed (Debian: prometheus)");
        using var folder = new TemporaryFolder();
        folder.Write("rules.json", (await RulesAsync())["spec"]!.ToString(Formatting.None));
        var firing = new List<string>();
        foreach (var alert in new[] { Errors, Slow })
        {
            folder.Write("test.json", new JObject
            {
                ["rule_files"] = new JArray("rules.json"),
                ["evaluation_interval"] = "30s",
                ["tests"] = new JArray(new JObject
                {
                    ["interval"] = "30s",
                    ["input_series"] = new JArray(series),
                    ["promql_expr_test"] = new JArray(new JObject
                    {
                        ["expr"] = $"count(ALERTS{{alertname=\"{alert}\",alertstate=\"firing\"}})",
                        ["eval_time"] = "40m",
                        ["exp_samples"] = new JArray(new JObject { ["labels"] = "{}", ["value"] = 1 }),
                    }),
                }),
            }.ToString(Formatting.None));
            var result = await ProcessRunner.RunAsync(Promtool, ["test", "rules", "test.json"], folder.Path);
            Assert.True(result.ExitCode == 0 || result.Error.Contains("got: nil", StringComparison.Ordinal) || result.Output.Contains("got: nil", StringComparison.Ordinal), result.Output + result.Error);
            if (result.ExitCode == 0)
            {
                firing.Add(alert);
            }
        }

        return string.Join(' ', firing);
    }
}
