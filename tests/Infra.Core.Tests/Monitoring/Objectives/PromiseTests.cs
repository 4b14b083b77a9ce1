using Infra.Core.Monitoring.Objectives;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Tests.Serving.Autoscaling;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>What is said of each promise: by what it is measured, or why it isn't.</summary>
public sealed class PromiseTests
{
    [Fact]
    public void Of_a_language_model_everything_is_told() => Assert.Equal(
        [
            "latencyP95Seconds 2 s: bucket of vllm:e2e_request_latency_seconds",
            "latencyP99Seconds 10 s: bucket of vllm:e2e_request_latency_seconds",
            "errorRatio 0.01: share of http_requests_total",
            "availability 0.995: ready pods of 2, by kube-state-metrics",
            "firstTokenP95Seconds 0.5 s: bucket of vllm:time_to_first_token_seconds",
            "interTokenP95Seconds 0.1 s: bucket of vllm:inter_token_latency_seconds",
            "queueP95Seconds 5 s: bucket of vllm:request_queue_time_seconds",
        ],
        Promises(ScaledModels.Chat(), 2));

    [Fact]
    public void A_server_of_percentiles_has_no_budget_of_slow_requests() => Assert.Equal(
        [
            "latencyP95Seconds 2 s: 95th percentile of the slowest replica, nv_inference_request_summary_us: it has no buckets, so that there is no budget",
            "latencyP99Seconds 10 s: no alert: nv_inference_request_summary_us has percentiles and no buckets; the percentile is recorded",
            "errorRatio 0.01: share of nv_inference_request_success and nv_inference_request_failure",
            "availability 0.995: no alert: a model that may sleep promises no replica",
            "firstTokenP95Seconds 0.5 s: no alert: the server doesn't tell it in words that we know",
            "interTokenP95Seconds 0.1 s: no alert: the server doesn't tell it in words that we know",
            "queueP95Seconds 5 s: no alert: nv_inference_queue_summary_us has percentiles and no buckets; the percentile is recorded",
        ],
        Promises(ScaledModels.Reader(), 0));

    [Fact]
    public void A_bucket_near_the_promise_is_named_and_one_that_is_far_is_none()
    {
        var promises = Promises(ScaledModels.Classifier(), 1).ToList();
        var far = Promise.Of(ScaledModels.OnVolta().Runtime.Metrics, WatchedModels.Of(ScaledModels.Chat()).Objectives with { LatencyP95Seconds = 300 }, 1).First();

        Assert.Equal("latencyP95Seconds 2 s: bucket of 2.29468 s of :tensorflow:serving:request_latency, the nearest", promises[0]);
        Assert.Equal("no alert: no bucket of vllm:e2e_request_latency_seconds is within half and twice of it", far.How);
    }

    private static IEnumerable<string> Promises(ScaledModel model, int leastPods) => Promise.Of(model.Runtime.Metrics, WatchedModels.Of(model).Objectives, leastPods)
        .Select(promise => FormattableString.Invariant($"{promise.Key} {promise.Value} {promise.Unit}").TrimEnd() + $": {promise.How}");
}
