using Infra.Components.Tests.Serving.Backends;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

/// <summary>When a candidate counts as worse than the stable model: the expressions, and what Prometheus makes of them.</summary>
public sealed class CandidateAlertsTests
{
    private const string Errors = "InferenceCandidateErrors";
    private const string Slow = "InferenceCandidateSlow";

    [Fact]
    public async Task Alerts_compare_each_by_its_own_pods()
    {
        var rules = await RulesAsync();

        Assert.Equal("qwen-candidate-analysis", (string?)rules.SelectToken("metadata.name"));
        Assert.Equal(
            "sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",handler=~\"/v1/.*\",status=\"5xx\"}[10m]))"
            + " / sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",handler=~\"/v1/.*\"}[10m]))"
            + " - (sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\",status=\"5xx\"}[10m]))"
            + " / sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\"}[10m]))"
            + " or 0 * sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",handler=~\"/v1/.*\"}[10m]))) > 0.01",
            Rule(rules, "InferenceCandidateErrors", "expr"));
        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",app_kubernetes_io_instance=\"qwen-candidate\",model_name=\"qwen\"}[10m])))"
            + " / histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",app_kubernetes_io_instance=\"qwen\",model_name=\"qwen\"}[10m]))) > 1.5",
            Rule(rules, "InferenceCandidateSlow", "expr"));
        Assert.Equal("10m", Rule(rules, "InferenceCandidateSlow", "for"));
        Assert.Equal(
            "At the 95th percentile its requests took {{ $value | humanize }} times as long over 10m; allowed are 1.5. To go back, set the model's rollout.weight to 0, or rollout.live to stable.",
            Rule(rules, "InferenceCandidateSlow", "annotations.description"));
    }

    // Requests and failures of each in half a minute; null for a series that isn't there, as a server has none of failures before the first.
    [SkippableTheory]
    [InlineData(30, null, 30, null, false)]
    [InlineData(30, null, 30, 10, true)]
    [InlineData(30, 10, 30, 10, false)]
    [InlineData(30, 0, 30, 1, true)]
    // One in a hundred is allowed; and whoever gets no requests fails none.
    [InlineData(1000, null, 1000, 9, false)]
    [InlineData(30, null, 0, 0, false)]
    // All requests go to the candidate.
    [InlineData(0, 0, 30, 10, false)]
    [InlineData(0, null, 30, 10, true)]
    public async Task Failures_are_compared_with_those_of_the_stable_model(int stable, int? stableFailed, int candidate, int? candidateFailed, bool fires) =>
        await CheckAsync([.. Requests("qwen", stable, stableFailed), .. Requests("qwen-candidate", candidate, candidateFailed)], fires ? Errors : null);

    [SkippableTheory]
    [InlineData("1.0", "1.0", false)]
    [InlineData("1.0", "2.5", true)]
    [InlineData("2.5", "1.0", false)]
    public async Task Latency_is_compared_by_the_slowest_twentieth(string stable, string candidate, bool fires) =>
        await CheckAsync([.. Latency("qwen", stable), .. Latency("qwen-candidate", candidate)], fires ? Slow : null);

    private static async Task<JObject> RulesAsync() => (await SmallModel.Run(RolloutTests.Candidate("plain"))).Registrations
        .Single(resource => resource.Type == "kubernetes:monitoring.coreos.com/v1:PrometheusRule" && resource.Name == "vision-analysis").Inputs;

    private static string? Rule(JObject rules, string alert, string path) => (string?)rules.SelectToken($"spec.groups[0].rules[?(@.alert == '{alert}')]")!.SelectToken(path);

    private static IEnumerable<(string Series, string Values)> Requests(string instance, int all, int? failed)
    {
        const string calls = ",handler=\"/v1/completions\"";
        yield return Series("http_requests_total", instance, $"{calls},status=\"2xx\"", all - (failed ?? 0));
        if (failed is { } failures)
        {
            yield return Series("http_requests_total", instance, $"{calls},status=\"5xx\"", failures);
        }
    }

    // All requests take as long: none is in the bucket before.
    private static IEnumerable<(string Series, string Values)> Latency(string instance, string seconds) =>
        new[] { ("0.5", 0), (seconds, 30), ("+Inf", 30) }.Select(bucket => Series("vllm:e2e_request_latency_seconds_bucket", instance, $",model_name=\"qwen\",le=\"{bucket.Item1}\"", bucket.Item2));

    private static (string Series, string Values) Series(string metric, string instance, string labels, int step) =>
        ($"{metric}{{namespace=\"models\",app_kubernetes_io_instance=\"{instance}\"{labels}}}", $"0+{step}x60");

    private static async Task CheckAsync(IReadOnlyList<(string Series, string Values)> series, string? firing)
    {
        var rules = await RulesAsync();

        Assert.Equal("", await PromTool.EvaluateAsync(series, "20m", new[] { Errors, Slow }.Select(alert => ($"count({Rule(rules, alert, "expr")})", alert == firing ? 1 : (double?)null))));
    }
}
