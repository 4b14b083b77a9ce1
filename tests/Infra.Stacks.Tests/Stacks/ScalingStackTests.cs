using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What the scaling of models brings along, and what it needs of the environment.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class ScalingStackTests
{
    private const string Prometheus = """{"prometheusOperator": {}, "prometheus": {"url": "http://prometheus.monitoring.svc:9090"}}""";
    private const string Workspace = "arn:aws:aps:us-west-2:123456789012:workspace/ws-0a1b2c3d-0000-4000-8000-000000000000";
    private const string Amazon = """{"prometheusOperator": {}, "prometheus": {"amazonWorkspace": "ARN"}}""";
    private const string Queue = "arn:aws:sqs:us-west-2:123456789012:orders";

    [Theory]
    [InlineData("""{"max": 2, "cpuPercent": 60}""", false, "HorizontalPodAutoscaler")]
    [InlineData("""{"max": 2, "requestsPerSecond": 40}""", true, "ScaledObject")]
    [InlineData("""{"max": 2, "cpuPercent": 60, "requestsPerSecond": 40}""", true, "ScaledObject")]
    public async Task KEDA_comes_where_more_than_CPU_and_memory_counts(string autoscaling, bool keda, string scaler)
    {
        var stack = await OfAsync(autoscaling, Prometheus);

        Assert.Equal(keda, stack.Resources.Any(resource => resource.Type == "gpu-inference:index:KedaOperator"));
        Assert.Equal([scaler], stack.Resources.Select(resource => resource.Type!.Split(':')[^1]).Where(type => type is "HorizontalPodAutoscaler" or "ScaledObject"));
    }

    [Fact]
    public async Task KEDA_may_query_the_workspace_and_nothing_else()
    {
        var stack = await OfAsync("""{"max": 2, "requestsPerSecond": 40}""", Amazon.Replace("ARN", Workspace, StringComparison.Ordinal));
        var trigger = Tree.Of(stack.Single("kubernetes:keda.sh/v1alpha1:ScaledObject").Inputs["spec"])["triggers"]![0]!["metadata"]!;

        Assert.Equal(
            $$"""{"Version":"2012-10-17","Statement":[{"Sid":"QueryMetrics","Effect":"Allow","Action":["aps:QueryMetrics"],"Resource":["{{Workspace}}"]}]}""",
            stack.Resources.Single(resource => resource.Name == "keda-policy").Inputs["policy"]);
        Assert.Equal("https://aps-workspaces.us-west-2.amazonaws.com/workspaces/ws-0a1b2c3d-0000-4000-8000-000000000000", (string?)trigger["serverAddress"]);
        Assert.Equal("us-west-2", (string?)trigger["awsRegion"]);
    }

    [Fact]
    public async Task KEDA_may_read_the_length_of_the_queue_that_wakes_a_model()
    {
        var stack = await OfAsync("""{"min": 0, "max": 2, "activation": {"queue": {"arn": "ARN"}}}""".Replace("ARN", Queue, StringComparison.Ordinal), "{}");

        Assert.Equal(
            $$"""{"Version":"2012-10-17","Statement":[{"Sid":"ReadLengths","Effect":"Allow","Action":["sqs:GetQueueAttributes"],"Resource":["{{Queue}}"]}]}""",
            stack.Resources.Single(resource => resource.Name == "keda-policy").Inputs["policy"]);
    }

    [Theory]
    [InlineData("""{"max": 2, "requestsPerSecond": 40}""", "{}",
        "gpu-inference:models[0].autoscaling.requestsPerSecond: KEDA has to ask Prometheus for it, and knows none; set gpu-inference:monitoring.prometheus, or scale on cpuPercent or memoryPercent")]
    [InlineData("""{"max": 2, "requestsPerSecond": 40}""", """{"prometheus": {"url": "http://prometheus:9090"}}""",
        "gpu-inference:models[0].autoscaling.requestsPerSecond: no Prometheus scrapes the model; set gpu-inference:monitoring.prometheusOperator, or use queries")]
    [InlineData("""{"max": 2, "gpuPercent": 70}""", Prometheus,
        "gpu-inference:models[0].autoscaling.gpuPercent: nobody publishes the metrics of GPUs; set gpu-inference:accelerators.dcgmExporter")]
    [InlineData("""{"max": 2, "kvCachePercent": 70}""", Prometheus,
        "gpu-inference:models[0].autoscaling.kvCachePercent: the runtime tensorflow-serving doesn't tell Prometheus of use of the KV cache; this model can have: cpuPercent, memoryPercent, gpuPercent, requestsPerSecond, queries")]
    [InlineData("""{"min": 0, "max": 2, "cpuPercent": 60}""", Prometheus,
        "gpu-inference:models[0].autoscaling.min: with 0 the model sleeps, and nothing would wake it: its own metrics go with its pods; set activation.query, such as the requests that a gateway gets, or activation.queue, or 1 here")]
    [InlineData("""{"min": 0, "max": 2, "cpuPercent": 60, "activation": {"query": "sum(rate(:tensorflow:serving:request_count[2m]))"}}""", Prometheus,
        "gpu-inference:models[0].autoscaling.activation.query: :tensorflow:serving:request_count comes from the model's own pods, and goes away with them: asleep, the model would never wake; use what a gateway, an ingress or a queue tells")]
    [InlineData("""{"min": 0, "max": 2, "cpuPercent": 60, "activation": {}}""", Prometheus, "gpu-inference:models[0].autoscaling.activation: is empty; set query or queue")]
    [InlineData("""{"max": 2, "cpuPercent": 60}""", """{"prometheus": {}}""", "gpu-inference:monitoring.prometheus: is empty; set url or amazonWorkspace")]
    [InlineData("""{"max": 2, "cpuPercent": 60}""", """{"prometheus": {"url": "http://p:9090/"}}""",
        "gpu-inference:monitoring.prometheus.url: 'http://p:9090/' is not allowed; allowed: an address such as http://prometheus.monitoring.svc:9090, without a slash at its end")]
    public void What_is_missing_is_refused_with_what_to_set(string autoscaling, string monitoring, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With("models[0].autoscaling", autoscaling).With("monitoring", monitoring).Problems());

    private static Task<MockedStack> OfAsync(string autoscaling, string monitoring)
    {
        var config = SampleConfig.Eks().ForEngine();
        config["gpu-inference:models"] =
            $$"""[{"name": "reader", "runtime": "tensorflow-serving", "source": "s3://models/reader", "pools": ["t4"], "autoscaling": {{autoscaling}}}]""";
        config["gpu-inference:monitoring"] = monitoring;
        return MockedStack.OfAsync("x", config);
    }
}
