using Infra.Core.Configuration;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using static Infra.Core.Serving.Autoscaling.ScalingMetric;

namespace Infra.Core.Tests.Serving.Autoscaling;

public sealed class AutoscalingRulesTests
{
    private static readonly ActivationSignal _gateway = new ActivationSignal.Query("sum(rate(envoy_cluster_upstream_rq_total[2m]))", 0);

    [Fact]
    public void What_is_wrong_by_itself_is_told_at_once()
    {
        var problems = new ConfigProblems();

        AutoscalingRules.Check("a", new AutoscalingSpec { Min = 3, Max = 2 }, problems);
        AutoscalingRules.Check("b", ScaledModels.Spec(QueueDepth, 5, min: 0), problems);
        AutoscalingRules.Check("c", ScaledModels.Spec(QueueDepth, 5) with { Activation = _gateway }, problems);
        AutoscalingRules.Check("d", new AutoscalingSpec { Min = 1, Max = 2, Queries = [new("x", "a", 1), new("x", "b", 1), new("cpuPercent", "c", 1)] }, problems);
        AutoscalingRules.Check("e", ScaledModels.Spec(Cpu, 70) with { Fallback = new ScalingFallback(2, 3) }, problems);
        AutoscalingRules.Check("f", ScaledModels.Spec(QueueDepth, 5, min: 2) with { Fallback = new ScalingFallback(1, 3) }, problems);
        AutoscalingRules.Check("g", new AutoscalingSpec { Min = -1, Max = 1, Targets = [new ScalingTarget(Cpu, 70)] }, problems, "minReplicas", "maxReplicas");

        Assert.Equal(
            """
            9 problems in f:
              a.max: 2 is less than min, which is 3
              a: has no target; set at least one of cpuPercent, memoryPercent, gpuPercent, gpuMemoryPercent, requestsPerSecond, concurrency, queueDepth, kvCachePercent, tokensPerSecond, queries, or officeHours
              b.min: with 0 the model sleeps, and nothing would wake it: its own metrics go with its pods; set activation.query, such as the requests that a gateway gets, or activation.queue, or 1 here
              c.activation: wakes a model that never sleeps: min is 1; remove it or set that to 0
              d.queries[1].name: 'x' is the name of another query already; names are unique
              d.queries[2].name: 'cpuPercent' is the name of a target; choose another
              e.fallback: only metrics of Prometheus and queues can be missing, and there is none: without CPU and memory use Kubernetes changes nothing by itself; remove it
              f.fallback.replicas: 1 is not between 2 and max, which is 4
              g.minReplicas: -1 is less than 0
            """,
            problems.Render("f"));
    }

    [Theory]
    [InlineData(KvCache, "the runtime tensorflow-serving doesn't tell Prometheus of use of the KV cache; this model can have: cpuPercent, memoryPercent, gpuPercent, requestsPerSecond, queries")]
    [InlineData(GpuMemory, "tensorflow-serving gives no memory back, so that replicas would never go away; this model can have: cpuPercent, memoryPercent, gpuPercent, requestsPerSecond, queries")]
    public void A_metric_that_the_runtime_lacks_is_refused_with_those_that_it_has(ScalingMetric metric, string message) =>
        Assert.Equal(message, Problem(ScaledModels.Spec(metric, 50), ScaledModels.Classifier()));

    [Fact]
    public void The_memory_of_vLLM_says_nothing() => Assert.Equal(
        "vllm takes its share of the memory at its start, whatever there is to do; this model can have: cpuPercent, memoryPercent, gpuPercent, requestsPerSecond, concurrency, queueDepth, kvCachePercent, tokensPerSecond, queries",
        Problem(ScaledModels.Spec(GpuMemory, 50), ScaledModels.Chat()));

    [Fact]
    public void A_model_without_a_GPU_has_no_use_of_it() => Assert.Equal(
        "the model has no GPU; this model can have: cpuPercent, memoryPercent, queries", Problem(ScaledModels.Spec(Gpu, 50), ScaledModels.Own()));

    [Theory]
    [InlineData(GpuPieces.Shared, "other pods share the GPUs, and nobody can tell whose use it is; this model can have: cpuPercent, memoryPercent, requestsPerSecond, queries")]
    [InlineData(GpuPieces.NotNvidia, "its devices are none of NVIDIA's, which DCGM measures alone; this model can have: cpuPercent, memoryPercent, requestsPerSecond, queries")]
    public void What_DCGM_cannot_tell_is_refused(GpuPieces pieces, string message) =>
        Assert.Equal(message, Problem(ScaledModels.Spec(Gpu, 50), ScaledModels.Classifier() with { Pieces = pieces }));

    [Fact]
    public void What_the_environment_lacks_is_named_by_its_key()
    {
        var spec = ScaledModels.Spec(QueueDepth, 5);

        Assert.Equal(
            "KEDA has to ask Prometheus for it, and knows none; set p:monitoring.prometheus, or scale on cpuPercent or memoryPercent",
            Problem(spec, ScaledModels.Chat() with { HasPrometheus = false }));
        Assert.Equal("no Prometheus scrapes the model; set p:monitoring.prometheusOperator, or use queries", Problem(spec, ScaledModels.Chat() with { IsScraped = false }));
        Assert.Equal(
            "nobody publishes the metrics of GPUs; set p:accelerators.dcgmExporter", Problem(ScaledModels.Spec(Gpu, 50), ScaledModels.Chat() with { HasGpuMetrics = false }));
    }

    [Theory]
    [InlineData("sum(vllm:num_requests_waiting)", "vllm:num_requests_waiting")]
    [InlineData("sum(rate(container_network_receive_bytes_total[2m]))", "container_network_receive_bytes_total")]
    [InlineData("max(DCGM_FI_DEV_GPU_UTIL)", "DCGM_FI_DEV_GPU_UTIL")]
    public void A_signal_of_the_model_s_own_pods_never_wakes_it(string query, string metric) => Assert.Equal(
        $"{metric} comes from the model's own pods, and goes away with them: asleep, the model would never wake; use what a gateway, an ingress or a queue tells",
        Problem(ScaledModels.Spec(Concurrency, 5, min: 0) with { Activation = new ActivationSignal.Query(query, 0) }, ScaledModels.Chat()));

    [Theory]
    [InlineData("""sum(rate(envoy_cluster_upstream_rq_total{envoy_cluster_name="vllm:num_requests_waiting"}[2m]))""")]
    [InlineData("""sum(rate(http_requests_total{job="gateway"}[2m]))""")]
    public void A_signal_of_a_gateway_may_wake_it(string query) =>
        Assert.Null(Problem(ScaledModels.Spec(Concurrency, 5, min: 0) with { Activation = new ActivationSignal.Query(query, 0) }, ScaledModels.Chat()));

    [Fact]
    public void What_goes_with_the_pods_can_t_stand_beside_a_queue() => Assert.Equal(
        "goes away with the last pod, and KEDA would take that for a fault and wake the model; with activation.queue the queue's length counts the replicas; remove it, or wake the model by activation.query",
        Problem(ScaledModels.Spec(Concurrency, 5, min: 0) with { Activation = new ActivationSignal.Messages("arn:aws:sqs:eu-central-1:123456789012:orders", 5) }, ScaledModels.Chat()));

    [Fact]
    public void Signals_need_somebody_who_can_be_asked()
    {
        Assert.Equal(
            "KEDA has to ask Prometheus for it, and knows none; set p:monitoring.prometheus, or use activation.queue",
            Problem(ScaledModels.Spec(Cpu, 50, min: 0) with { Activation = _gateway }, ScaledModels.Chat() with { HasPrometheus = false }));
        Assert.Equal(
            "KEDA has no identity in AWS, with which it could look at the queue: that takes an EKS cluster; use activation.query",
            Problem(
                new AutoscalingSpec { Min = 0, Max = 2, Activation = new ActivationSignal.Messages("arn:aws:sqs:eu-central-1:123456789012:orders", 5) },
                ScaledModels.Own() with { HasAwsIdentity = false }));
    }

    [Fact]
    public void On_Ray_nothing_can_be_missing() => Assert.Equal(
        "Ray counts the requests itself, and nothing can be missing; remove it",
        Problem(ScaledModels.Spec(Concurrency, 5) with { Fallback = new ScalingFallback(1, 3) }, ScaledModels.Chat(ServingBackend.Ray)));

    private static string? Problem(AutoscalingSpec spec, ScaledModel model)
    {
        var problems = new ConfigProblems();
        AutoscalingRules.CheckModel("autoscaling", spec, model, ScaledModels.Keys, problems);
        return problems.IsEmpty ? null : Assert.Single(problems.Render("f").Split('\n').Skip(1)).Split(": ", 2)[1];
    }
}
