using Infra.Core.Serving.Autoscaling;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Serving.Autoscaling;

/// <summary>What demand comes to, asked of Prometheus: a sum over replicas, and for a model that sleeps nothing but what wakes it.</summary>
public sealed class ScalingPromQlRunTests
{
    private const string Waiting = "vllm:num_requests_waiting{namespace=\"inference\",model_name=\"chat\",pod=\"POD\"}";

    [SkippableFact]
    public async Task Replicas_are_added_up_and_other_models_and_namespaces_left_out() => Assert.Equal("", await PromTool.EvaluateAsync(
        [
            (Waiting.Replace("POD", "a", StringComparison.Ordinal), "3x20"),
            (Waiting.Replace("POD", "b", StringComparison.Ordinal), "4x20"),
            ("vllm:num_requests_waiting{namespace=\"inference\",model_name=\"other\",pod=\"c\"}", "50x20"),
            ("vllm:num_requests_waiting{namespace=\"elsewhere\",model_name=\"chat\",pod=\"d\"}", "50x20"),
            ("vllm:generation_tokens_total{namespace=\"inference\",model_name=\"chat\",pod=\"a\"}", "0+300x20"),
            ("vllm:generation_tokens_total{namespace=\"inference\",model_name=\"chat\",pod=\"b\"}", "0+600x20"),
            ("vllm:kv_cache_usage_perc{namespace=\"inference\",model_name=\"chat\",pod=\"a\"}", "0.5x20"),
            ("vllm:kv_cache_usage_perc{namespace=\"inference\",model_name=\"chat\",pod=\"b\"}", "0.25x20"),
        ],
        "5m",
        [
            (ScalingPromQl.Of(ScalingMetric.QueueDepth, Chat, "inference"), 7),
            // 300 and 600 in 30 seconds.
            (ScalingPromQl.Of(ScalingMetric.TokensPerSecond, Chat, "inference"), 30),
            (ScalingPromQl.Of(ScalingMetric.KvCache, Chat, "inference"), 75),
            (ScalingPromQl.Of(ScalingMetric.QueueDepth, Chat, "nowhere"), null),
        ]));

    [SkippableTheory]
    [InlineData("0x20", 0.0)]
    [InlineData("1x20", null)]
    public async Task Without_pods_nothing_is_asked_for_unless_somebody_calls(string calls, double? demand)
    {
        var signal = new ActivationSignal.Query("calls", 0);
        var query = ScalingPromQl.WhileAsleep(ScalingPromQl.Of(ScalingMetric.QueueDepth, Chat, "inference"), signal);

        Assert.Equal("", await PromTool.EvaluateAsync([("calls", calls)], "5m", [(query, demand)]));
    }

    [SkippableFact]
    public async Task A_pod_that_serves_counts_while_nobody_calls() => Assert.Equal("", await PromTool.EvaluateAsync(
        [("calls", "0x20"), (Waiting.Replace("POD", "a", StringComparison.Ordinal), "2x20")],
        "5m",
        [(ScalingPromQl.WhileAsleep(ScalingPromQl.Of(ScalingMetric.QueueDepth, Chat, "inference"), new ActivationSignal.Query("calls", 0)), 2)]));

    private static ScaledModel Chat => ScaledModels.Chat();
}
