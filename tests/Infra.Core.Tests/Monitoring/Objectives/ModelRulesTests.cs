using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;
using Infra.Core.Tests.Serving.Autoscaling;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>What is recorded of a model, by what its runtime tells, and what Prometheus' own tool says to it.</summary>
public sealed class ModelRulesTests
{
    [Fact]
    public void There_are_four_levels_and_the_objectives() => Assert.Equal(
        ["chat.base", "chat.business", "chat.model", "chat.resource", "chat.objectives"],
        ModelRules.Of(WatchedModels.Of(ScaledModels.Chat())).Select(group => group.Name));

    [Theory]
    [InlineData("model:requests:rate5m", """sum(rate(http_requests_total{namespace="ns",app_kubernetes_io_instance="chat",handler=~"/v1/.*"}[5m]))""")]
    [InlineData("model:error:ratio5m", """model:failed_requests:rate5m{model="chat",namespace="ns"} / model:requests:rate5m{model="chat",namespace="ns"}""")]
    [InlineData("model:latency_seconds:p99_5m", """histogram_quantile(0.99, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace="ns",model_name="chat"}[5m])))""")]
    [InlineData("model:slow_requests:rate5m", """sum(rate(vllm:e2e_request_latency_seconds_count{namespace="ns",model_name="chat"}[5m])) - sum(rate(vllm:e2e_request_latency_seconds_bucket{namespace="ns",model_name="chat",le=~"2|2\\.0"}[5m]))""")]
    [InlineData("model:batch_size:mean5m", """sum(rate(vllm:iteration_tokens_total_sum{namespace="ns",model_name="chat"}[5m])) / sum(rate(vllm:iteration_tokens_total_count{namespace="ns",model_name="chat"}[5m]))""")]
    [InlineData("model:availability:ratio", """clamp_max(model:ready_pods:sum{model="chat",namespace="ns"} / 2, 1)""")]
    [InlineData("model:cpu_cores:rate5m", """sum(rate(container_cpu_usage_seconds_total{namespace="ns",pod=~"chat-[a-z0-9]{1,10}-[a-z0-9]{5}",container!=""}[5m]))""")]
    public void A_series_of_a_language_model_is_recorded_from_what_vLLM_tells(string series, string expression) => Assert.Equal(
        expression, WatchedModels.Rules(WatchedModels.Of(ScaledModels.Chat())).OfType<RecordingRule>().Single(rule => rule.Series.Name == series).Expression.Text);

    [Fact]
    public void A_tenant_is_a_label_of_series_and_alerts() => Assert.All(
        WatchedModels.Rules(WatchedModels.Of(ScaledModels.Chat()) with { Tenant = "search" }),
        rule => Assert.Equal(("chat", "ns", "search"), (rule.Labels["model"], rule.Labels["namespace"], rule.Labels["tenant"])));

    [Theory]
    [InlineData("vllm", "FirstTokenSlow InferenceFailing InferenceSlow InferenceUnavailable InferenceVerySlow InterTokenSlow QueueSlow")]
    // Its histograms end at 10 s for the first token and at 60 for a request, which is enough here.
    [InlineData("volta", "FirstTokenSlow InferenceFailing InferenceSlow InferenceUnavailable InferenceVerySlow InterTokenSlow QueueSlow")]
    [InlineData("tensorflow", "InferenceFailing InferenceSlow InferenceUnavailable InferenceVerySlow")]
    // Summaries have no buckets.
    [InlineData("triton", "InferenceFailing InferenceLatencyHigh InferenceUnavailable")]
    // Of a server of one's own nobody knows what it tells.
    [InlineData("own", "InferenceUnavailable")]
    public void Alerts_are_on_what_the_runtime_tells(string runtime, string alerts)
    {
        var model = runtime == "own" ? WatchedModels.Of(ScaledModels.Chat()) with { Metrics = new RuntimeMetrics { Path = "" } } : WatchedModels.Of(Of(runtime));

        Assert.Equal(alerts, string.Join(' ', WatchedModels.Rules(model).OfType<AlertRule>().Select(alert => alert.Name).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_model_that_may_sleep_promises_no_pods() => Assert.DoesNotContain(
        WatchedModels.Rules(WatchedModels.Of(ScaledModels.Chat()) with { LeastPods = 0 }),
        rule => rule is AlertRule { Name: "InferenceUnavailable" } || rule.Expression.Text.Contains("unavailability", StringComparison.Ordinal));

    [Fact]
    public void An_objective_between_two_buckets_is_measured_at_the_nearest_and_says_so()
    {
        var alert = WatchedModels.Rules(WatchedModels.Of(ScaledModels.Classifier())).OfType<AlertRule>().First(rule => rule.Name == "InferenceSlow");

        Assert.Equal(
            "{{ $value | humanizePercentage }} of the requests took longer than 2.29468 s over 1h, and as many over 5m: 14.4 times as much as the objective allows would be 72 %. "
            + "The objective is 5 % at most that take longer than 2 s, measured at the nearest bound of :tensorflow:serving:request_latency. At this rate the budget of 30 days lasts for 50 hours at most.",
            alert.Description);
    }

    [SkippableTheory]
    [InlineData("vllm")]
    [InlineData("volta")]
    [InlineData("tensorflow")]
    [InlineData("triton")]
    public async Task Prometheus_reads_all_of_them(string runtime) => Assert.Equal("", await PromTool.CheckRulesAsync(new JArray(
        ModelRules.Of(WatchedModels.Of(Of(runtime))).Select(group => new JObject { ["name"] = group.Name, ["rules"] = new JArray(WatchedModels.Written(group.Rules)) }))));

    private static Infra.Core.Serving.Autoscaling.ScaledModel Of(string runtime) => runtime switch
    {
        "vllm" => ScaledModels.Chat(),
        "volta" => ScaledModels.OnVolta(),
        "tensorflow" => ScaledModels.Classifier(),
        "triton" => ScaledModels.Reader(),
        _ => throw new ArgumentOutOfRangeException(nameof(runtime), runtime, null),
    };
}
