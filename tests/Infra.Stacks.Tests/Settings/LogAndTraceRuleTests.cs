namespace Infra.Stacks.Tests.Settings;

/// <summary>Where logs may be kept, and what traces ask for.</summary>
public sealed class LogAndTraceRuleTests
{
    private const string Traces = """{"traces": {"endpoint": "https://otlp.example.com"}}""";

    [Theory]
    [InlineData("""{"logs": {"loki": {}}}""")]
    [InlineData("""{"logs": {"loki": {"replicas": 3, "retentionDays": 90, "memory": "2Gi", "readerNamespaces": ["grafana"]}, "excludedNamespaces": ["kube-system"]}}""")]
    [InlineData("""{"logs": {"cloudWatch": {"retentionDays": 14, "infrequentAccess": true}}}""")]
    [InlineData(Traces)]
    [InlineData("""{"traces": {"endpoint": "http://tempo.tracing.svc:4317", "protocol": "grpc", "sampleRatio": 1, "header": {"name": "x-scope-orgid", "secret": "tempo", "key": "tenant"}}}""")]
    public void What_works_on_EKS(string monitoring) => Assert.Equal("", SampleConfig.NewEks().With("monitoring", monitoring).Problems());

    [Theory]
    [InlineData("""{"logs": {"loki": {"storage": "5Gi"}}}""")]
    [InlineData(Traces)]
    public void What_works_anywhere(string monitoring) => Assert.Equal("", SampleConfig.Local().With("monitoring", monitoring).Problems());

    [Theory]
    [InlineData("""{"logs": {}}""", "logs: keeps no logs; set loki or cloudWatch")]
    [InlineData("""{"logs": {"loki": {}, "cloudWatch": {}}}""", "logs: has both loki and cloudWatch; logs are kept once, so remove one of them")]
    [InlineData("""{"logs": {"loki": {"replicas": 2}}}""", "logs.loki.replicas: 2 pods outlive the loss of one no better than 1 does; use 1, or 3 and more")]
    [InlineData("""{"logs": {"loki": {}, "excludedNamespaces": ["Kube"]}}""", "logs.excludedNamespaces[0]: 'Kube' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("""{"logs": {"cloudWatch": {"retentionDays": 10}}}""", "logs.cloudWatch.retentionDays: 10 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653")]
    [InlineData("""{"traces": {}}""", "traces.endpoint: missing; a string is required")]
    [InlineData("""{"traces": {"endpoint": "otlp.example.com"}}""", "traces.endpoint: 'otlp.example.com' is no address; allowed: https://HOST or http://HOST, with a port and a path where there is one")]
    [InlineData("""{"traces": {"endpoint": "https://otlp.example.com", "sampleRatio": 0}}""", "traces.sampleRatio: 0 is not allowed; allowed: 0.0001 to 1")]
    [InlineData("""{"traces": {"endpoint": "https://otlp.example.com", "header": {"name": "a", "key": "b"}}}""", "traces.header.key: is of a Secret that is there already, and none is named; name it or remove the key")]
    public void A_mistake_is_named(string monitoring, string problem) => Assert.Equal($"gpu-inference:monitoring.{problem}", SampleConfig.NewEks().With("monitoring", monitoring).Problems());

    [Fact]
    public void Without_EKS_there_is_neither_CloudWatch_nor_a_bucket()
    {
        Assert.Equal(
            "gpu-inference:monitoring.logs.cloudWatch: Fluent Bit writes to it through EKS Pod Identity, which needs cluster.eks or cluster.existing; use loki on this cluster",
            SampleConfig.Local().With("monitoring", """{"logs": {"cloudWatch": {}}}""").Problems());
        Assert.Equal(
            "gpu-inference:monitoring.logs.loki.replicas: 3 pods can't share a volume, and there is a bucket on EKS only; run one pod",
            SampleConfig.Local().With("monitoring", """{"logs": {"loki": {"replicas": 3}}}""").Problems());
    }

    [Fact]
    public void A_header_without_its_secret_says_how_it_is_set() => Assert.Equal(
        "gpu-inference:monitoring.traces.header: gpu-inference:tracesHeader is not set; set it with 'pulumi config set --secret gpu-inference:tracesHeader', or name the Secret that has the value",
        SampleConfig.NewEks().With("monitoring", """{"traces": {"endpoint": "https://otlp.example.com", "header": {"name": "authorization"}}}""").Problems());

    [Fact]
    public void A_variable_that_traces_set_is_nobody_elses() => Assert.Equal(
        "gpu-inference:models[0].environment.OTEL_SERVICE_NAME: monitoring.traces sets it; remove it",
        SampleConfig.NewEks()
            .With("models", """[{"name": "own", "runtime": "container", "size": "1Gi", "pools": ["t4"], "container": {"image": "a/b:1"}, "environment": {"OTEL_SERVICE_NAME": "x", "OTHER": "y"}}]""")
            .With("monitoring", Traces)
            .Problems());

    [Fact]
    public void The_bucket_of_logs_has_its_name_for_itself() => Assert.Equal(
        "gpu-inference:storage.buckets[0].name: 'loki-logs' is the bucket of monitoring.logs.loki; choose another name",
        SampleConfig.NewEks().With("models", "[]").With("storage", """{"buckets": [{"name": "loki-logs"}]}""").With("monitoring", """{"logs": {"loki": {}}}""").Problems());

    [Theory]
    [InlineData("loki")]
    [InlineData("fluent-bit")]
    [InlineData("opentelemetry-collector")]
    public void Their_namespaces_are_not_those_of_models(string name) => Assert.Equal(
        $"gpu-inference:namespace: '{name}' belongs to the cluster or to others; the stack owns its namespace, so name one of its own",
        SampleConfig.Local().With("namespace", $"\"{name}\"").Problems());
}
