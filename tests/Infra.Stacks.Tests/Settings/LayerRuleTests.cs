namespace Infra.Stacks.Tests.Settings;

/// <summary>A stack of models says what it counts on, and leaves to the platform's stack what a cluster has once.</summary>
public sealed class LayerRuleTests
{
    private const string Stack = "acme/gpu-inference/prod";

    [Fact]
    public void A_layer_is_fine() => Assert.Equal("", Layer().Problems());

    [Fact]
    public void A_platform_is_fine() => Assert.Equal("", Layer().With("platform", """{"offers": ["keda"]}""").Problems());

    [Theory]
    [InlineData("{}", "has neither stack nor offers; say stack where models stand on another stack's platform, or offers where others' models stand on this one")]
    [InlineData("""{"stack": "acme/gpu-inference/prod", "offers": ["keda"]}""", "has stack and offers; say stack where models stand on another stack's platform, or offers where others' models stand on this one")]
    public void It_is_one_or_the_other(string json, string problem) => Assert.Equal($"gpu-inference:platform: {problem}", Layer().With("platform", json).Problems());

    [Theory]
    [InlineData("prod")]
    [InlineData("gpu-inference/prod")]
    public void Its_name_is_whole(string stack) => Assert.Equal(
        $"gpu-inference:platform.stack: '{stack}' is not allowed; allowed: the whole name of a stack: organization/project/stack",
        Layer().With("platform.stack", $"\"{stack}\"").Problems());

    [Theory]
    [InlineData("backup", """{"data": {}}""", "backup")]
    [InlineData("security", """{"imagePolicy": {"registries": ["registry.example.com"]}}""", "security")]
    [InlineData("containerRegistry", """{"pullThrough": [{"registry": "public.ecr.aws"}]}""", "containerRegistry.pullThrough")]
    [InlineData("dns", """{"nodeLocalCache": true}""", "dns")]
    [InlineData("monitoring", """{"stack": {}}""", "monitoring.stack")]
    public void What_a_cluster_has_once_is_the_platform_s(string key, string json, string path) => Assert.Contains(
        $"gpu-inference:{path}: a cluster has it once, so it belongs into the configuration of '{Stack}'; remove it here",
        Layer().With(key, json).Problems().Split('\n'));

    [Fact]
    public void It_makes_no_cluster() => Assert.Contains(
        $"gpu-inference:cluster.eks: a stack of models makes no cluster; name that of '{Stack}': cluster: {{existing: {{name: …, zones: …}}}}",
        Layer().With("cluster", """{"eks": {"administrators": {"deploy": "arn:aws:iam::123456789012:role/deploy"}}}""").Problems().Split('\n'));

    [Theory]
    [InlineData("""{"stack": "acme/gpu-inference/prod"}""", "'acme/gpu-inference/prod' makes the nodes")]
    [InlineData("""{"offers": ["keda"]}""", "stacks of models have them")]
    public void Both_say_the_size_of_a_disk_that_neither_could_work_out(string platform, string why) => Assert.Equal(
        $"gpu-inference:pools[0].rootVolume: missing; it would follow from the pool's models, but {why}: say the same size in both configurations",
        Layer().With("platform", platform).With("pools[0].rootVolume", null).Problems());

    [Fact]
    public void Queues_are_in_a_role_of_the_platform() => Assert.Contains(
        $"gpu-inference:models[0].autoscaling.activation.queue: the role of KEDA names the queues that it may ask, so it can't be said in a stack of models; serve it from '{Stack}' itself",
        Layer().With("models[0].autoscaling", """{"min": 0, "max": 2, "cpuPercent": 60, "activation": {"queue": {"arn": "arn:aws:sqs:us-west-2:123456789012:wake"}}}""").Problems().Split('\n'));

    [Fact]
    public void A_gateway_is_made_of_its_models() => Assert.Contains(
        $"gpu-inference:models[0].expose: gateways and load balancers are made of the models that they lead to, so it can't be said in a stack of models; serve it from '{Stack}' itself",
        Layer().With("models[0].expose", """{"via": "gateway", "host": "models.example.com", "path": "/reader"}""").Problems().Split('\n'));

    [Fact]
    public void A_bucket_of_the_platform_is_read_in_a_layer_only()
    {
        Assert.Equal("", Layer().With("storage.buckets[0].platform", "true").Problems());
        Assert.Equal(
            "gpu-inference:storage.buckets[0].platform: there is no other stack whose bucket it could be; name it by platform.stack, or remove the line",
            SampleConfig.Eks().With("storage.buckets[0].platform", "true").Problems());
        Assert.Equal(
            "gpu-inference:storage.buckets[0].noncurrentDays: the bucket is somebody else's (platform), who decides it; remove the line",
            Layer().With("storage.buckets[0].platform", "true").With("storage.buckets[0].noncurrentDays", "7").Problems());
    }

    private static SampleConfig Layer() => SampleConfig.Eks().With("platform", $$"""{"stack": "{{Stack}}"}""").With("pools[0].rootVolume", "\"200Gi\"");
}
