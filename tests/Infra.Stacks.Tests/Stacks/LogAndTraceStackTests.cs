using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Who reads and keeps logs, and who is told where traces go.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class LogAndTraceStackTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string Own = """[{"name": "own", "runtime": "container", "size": "1Gi", "pools": ["t4"], "container": {"image": "a/b:1"}}]""";
    private const string Traces = """{"traces": {"endpoint": "https://otlp.example.com", "sampleRatio": 0.5}}""";

    [Fact]
    public async Task On_EKS_logs_are_kept_in_a_bucket_of_their_own()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("monitoring", """{"logs": {"loki": {"replicas": 3, "retentionDays": 7}}}""").ForEngine());
        var values = Values(stack, "loki-release");

        Assert.Equal("s3", (string?)values["loki"]!["storage"]!["type"]);
        Assert.Equal(("168h", 3, "loki-disks"), ((string?)values["loki"]!["limits_config"]!["retention_period"], (int)(double)values["singleBinary"]!["replicas"]!, (string?)values["singleBinary"]!["persistence"]!["storageClass"]));
        Assert.NotNull(stack.Single("gpu-inference:index:ModelBucket", "loki-logs"));
        Assert.Equal(7, (int)(double)Tree.Of(stack.Single("gpu-inference:index:ModelBucket", "loki-logs").Inputs)["noncurrentDays"]!);
        Assert.Contains("host: 'loki.loki.svc'", FluentBitFile(stack), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_they_lie_on_a_volume()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Local().With("monitoring", """{"logs": {"loki": {"storage": "2Gi", "memory": "256Mi", "retentionDays": 1}}}""").ForEngine());
        var values = Values(stack, "loki-release");

        Assert.Equal(("filesystem", "2Gi"), ((string?)values["loki"]!["storage"]!["type"], (string?)values["singleBinary"]!["persistence"]!["size"]));
        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "gpu-inference:index:ModelBucket" && resource.Name == "loki-logs");
    }

    [Fact]
    public async Task Grafana_of_the_stack_shows_them_and_reaches_them()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Local().With("monitoring", """{"stack": {}, "logs": {"loki": {}}}""").ForEngine());

        Assert.Equal("monitoring", (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "loki-data-source").Inputs)["metadata"]!["namespace"]);
        Assert.Contains("\"kubernetes.io/metadata.name\":\"loki\"", Egress(stack, "monitoring-grafana-access"), StringComparison.Ordinal);
        Assert.Contains("\"kubernetes.io/metadata.name\":\"monitoring\"", Tree.Of(stack.Single(Policy, "loki-access").Inputs)["spec"]!["ingress"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloudWatch_gets_them_in_a_group_of_the_cluster()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Eks().With("monitoring", """{"logs": {"cloudWatch": {"retentionDays": 14}}}""").ForEngine());
        var group = Tree.Of(stack.Single("aws:cloudwatch/logGroup:LogGroup", "fluent-bit-logs").Inputs);

        Assert.Equal(14, (int)(double)group["retentionInDays"]!);
        Assert.Matches("^/gpu-inference/[a-z0-9-]+/containers$", (string)group["name"]!);
        Assert.Contains($"log_group_name: '{(string)group["name"]!}'", FluentBitFile(stack), StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "loki-release");
    }

    [Fact]
    public async Task A_model_is_told_where_its_traces_go_and_let_out_to_there()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", Own).With("monitoring", Traces).ForEngine());
        var container = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "own-deployment").Inputs)["spec"]!["template"]!["spec"]!["containers"]![0]!;

        Assert.Equal(
            "http://opentelemetry-collector.opentelemetry-collector.svc:4318",
            (string?)container["env"]!.AsArray().Single(variable => (string?)variable!["name"] == "OTEL_EXPORTER_OTLP_ENDPOINT")!["value"]);
        Assert.Contains("\"kubernetes.io/metadata.name\":\"opentelemetry-collector\"", Egress(stack, "own-network-policy"), StringComparison.Ordinal);
        Assert.Equal(50, (double)Values(stack, "trace-collector-release")["alternateConfig"]!["processors"]!["probabilistic_sampler"]!["sampling_percentage"]!);
    }

    [Fact]
    public async Task Models_of_tenants_are_let_in_with_theirs()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", Own).With("monitoring", Traces).With("tenants", """[{"name": "vision", "namespace": "team-vision"}]""").ForEngine());
        var ingress = Tree.Of(stack.Single(Policy, "trace-collector-access").Inputs)["spec"]!["ingress"]![0]!["from"]!.AsArray();

        Assert.Equal(["inference", "team-vision"], ingress.Select(peer => (string?)peer!["namespaceSelector"]!["matchLabels"]!["kubernetes.io/metadata.name"]));
    }

    [Fact]
    public async Task The_value_of_the_header_is_the_secret_of_the_configuration()
    {
        var config = SampleConfig.NewEks().With("monitoring", """{"traces": {"endpoint": "https://otlp.example.com", "header": {"name": "authorization"}}}""").ForEngine();
        config["gpu-inference:tracesHeader"] = "Bearer hidden";
        var stack = await MockedStack.OfAsync("x", config);

        Assert.Contains("OTLP_HEADER", Values(stack, "trace-collector-release").ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(stack.Single("kubernetes:core/v1:Secret", "trace-collector-header"));
        Assert.DoesNotContain("hidden", Values(stack, "trace-collector-release").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_what_he_did_not_ask_for()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", Own).ForEngine());

        Assert.DoesNotContain(stack.Resources, resource => resource.Name is "loki" or "fluent-bit" or "trace-collector" or "loki-logs" or "loki-data-source");
        Assert.DoesNotContain("OTEL", Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "own-deployment").Inputs).ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Values(MockedStack stack, string release) => Tree.Of(stack.Single(Release, release).Inputs)["values"]!;

    private static string FluentBitFile(MockedStack stack) => (string)Values(stack, "fluent-bit-release")["config"]!["extraFiles"]!["fluent-bit.yaml"]!;

    private static string Egress(MockedStack stack, string policy) => Tree.Of(stack.Single(Policy, policy).Inputs)["spec"]!["egress"]!.ToJsonString();
}
