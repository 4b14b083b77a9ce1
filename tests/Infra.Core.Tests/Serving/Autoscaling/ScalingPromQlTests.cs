using System.Text.RegularExpressions;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using static Infra.Core.Serving.Autoscaling.ScalingMetric;

namespace Infra.Core.Tests.Serving.Autoscaling;

public sealed class ScalingPromQlTests
{
    private const string Server = """app_kubernetes_io_instance="chat" """;

    [Theory]
    [InlineData(RequestsPerSecond, """sum(rate(http_requests_total{namespace="ns",app_kubernetes_io_instance="chat",handler=~"/v1/.*"}[2m]))""")]
    [InlineData(Concurrency, """sum(vllm:num_requests_running{namespace="ns",model_name="chat"})""")]
    [InlineData(QueueDepth, """sum(vllm:num_requests_waiting{namespace="ns",model_name="chat"})""")]
    [InlineData(KvCache, """100 * sum(vllm:kv_cache_usage_perc{namespace="ns",model_name="chat"})""")]
    [InlineData(TokensPerSecond, """sum(rate(vllm:generation_tokens_total{namespace="ns",model_name="chat"}[2m]))""")]
    public void The_demand_of_a_language_model_is_what_vLLM_tells(ScalingMetric metric, string query) => Assert.Equal(query, ScalingPromQl.Of(metric, ScaledModels.Chat(), "ns"));

    [Fact]
    public void An_older_vLLM_tells_it_by_another_name() => Assert.Equal(
        """100 * sum(vllm:gpu_cache_usage_perc{namespace="ns",model_name="chat"})""", ScalingPromQl.Of(KvCache, ScaledModels.OnVolta(), "ns"));

    [Fact]
    public void Requests_of_Triton_are_those_that_succeed_and_those_that_fail() => Assert.Equal(
        $$"""sum(rate(nv_inference_request_success{namespace="ns",{{Server.Trim()}}}[2m])) + sum(rate(nv_inference_request_failure{namespace="ns",{{Server.Trim()}}}[2m]))""",
        ScalingPromQl.Of(RequestsPerSecond, ScaledModels.Reader(), "ns"));

    [Theory]
    // By the two GPUs of a replica, and by the names that each backend gives to its pods.
    [InlineData(ServingBackend.Plain, "chat-[a-z0-9]{1,10}-[a-z0-9]{5}", 1, "2")]
    [InlineData(ServingBackend.KServe, "chat-predictor-[a-z0-9]{1,10}-[a-z0-9]{5}", 1, "2")]
    [InlineData(ServingBackend.LeaderWorkerSet, "chat-group-[0-9]+(-[0-9]+)?", 3, "6")]
    public void Use_of_GPUs_is_that_of_the_model_s_pods(ServingBackend backend, string pods, int podsPerReplica, string gpus)
    {
        var model = ScaledModels.Chat(backend) with { PodsPerReplica = podsPerReplica };

        Assert.Equal(
            $$"""sum(avg_over_time(DCGM_FI_DEV_GPU_UTIL{exported_namespace="ns",exported_pod=~"{{pods}}"}[2m]) or avg_over_time(DCGM_FI_DEV_GPU_UTIL{namespace="ns",pod=~"{{pods}}"}[2m])) / {{gpus}}""",
            ScalingPromQl.Of(Gpu, model, "ns"));
    }

    [Fact]
    public void A_piece_of_a_GPU_has_no_utilisation_but_active_engines()
    {
        const string pods = "chat-[a-z0-9]{1,10}-[a-z0-9]{5}";

        Assert.Equal(
            $$"""sum(100 * avg_over_time(DCGM_FI_PROF_GR_ENGINE_ACTIVE{exported_namespace="ns",exported_pod=~"{{pods}}"}[2m]) or 100 * avg_over_time(DCGM_FI_PROF_GR_ENGINE_ACTIVE{namespace="ns",pod=~"{{pods}}"}[2m]))""",
            ScalingPromQl.Of(Gpu, ScaledModels.Chat() with { Devices = 1, Pieces = GpuPieces.Mig }, "ns"));
    }

    [Fact]
    public void Used_memory_is_a_share_of_all_that_the_GPU_has()
    {
        string Share(string labels) =>
            $"100 * (DCGM_FI_DEV_FB_USED{{{labels}}} / (DCGM_FI_DEV_FB_USED{{{labels}}} + DCGM_FI_DEV_FB_FREE{{{labels}}} + DCGM_FI_DEV_FB_RESERVED{{{labels}}}))";
        const string pods = "chat-predictor-[a-z0-9]{1,10}-[a-z0-9]{5}";

        Assert.Equal(
            $"""sum({Share($"exported_namespace=\"ns\",exported_pod=~\"{pods}\"")} or {Share($"namespace=\"ns\",pod=~\"{pods}\"")})""",
            ScalingPromQl.Of(GpuMemory, ScaledModels.Reader(), "ns"));
    }

    [Theory]
    [InlineData("chat-6d4cf56db6-abcde", true)]
    [InlineData("chat-5d9-x7k2m", true)]
    // Of a model called chat-eu, and of one in groups.
    [InlineData("chat-eu-6d4cf56db6-abcde", false)]
    [InlineData("chat-group-0", false)]
    public void Pods_of_other_models_don_t_count(string pod, bool counts) =>
        Assert.Equal(counts, Regex.IsMatch(pod, $"^(?:{ScaleTarget.Of(ServingBackend.Plain, "chat").PodPattern})$"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_range_spans_four_scrapes_at_least(int devices)
    {
        var model = ScaledModels.Chat() with { Devices = devices };
        var ranges = ScalingMetrics.All.Where(metric => ScalingPromQl.Has(metric, model))
            .SelectMany(metric => Regex.Matches(ScalingPromQl.Of(metric, model, "ns"), @"\[(\d+)m\]"))
            .Select(range => int.Parse(range.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) * 60)
            .ToList();

        Assert.NotEmpty(ranges);
        Assert.All(ranges, seconds => Assert.True(seconds >= 4 * 30));
    }

    [Fact]
    public void Asleep_no_answer_is_none_only_while_nothing_asks_for_the_model() => Assert.Equal(
        "(sum(up)) or on() (((sum(rate(gateway[2m]))) <= 0.5) * 0)",
        ScalingPromQl.WhileAsleep("sum(up)", new ActivationSignal.Query("sum(rate(gateway[2m]))", 0.5)));

    [Fact]
    public void Whether_a_query_is_none_at_rest_can_be_read_from_it()
    {
        Assert.True(ScalingPromQl.IsZeroAtRest(ScalingPromQl.WhileAsleep("sum(up)", new ActivationSignal.Query("sum(rate(gateway[2m]))", 0.5))));
        Assert.False(ScalingPromQl.IsZeroAtRest(ScalingPromQl.WhileAsleep("sum(up) or on() vector(0)", null)));
    }
}
