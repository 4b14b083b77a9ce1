using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What asks for monitoring gets it from the stack, without a word in the configuration.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class MonitoringStackTests
{
    private const string Scaled = """[{"name": "m", "runtime": "vllm", "source": "s3://models/m", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, "autoscaling": {"min": 1, "max": 2, "queueDepth": 4}}]""";

    [Fact]
    public async Task KEDA_asks_its_Prometheus_and_may_reach_it()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("monitoring", """{"stack": {}}""").With("models", Scaled).ForEngine());

        var scaler = Tree.Of(stack.Single("kubernetes:keda.sh/v1alpha1:ScaledObject").Inputs["spec"]);
        Assert.Equal("http://kube-prometheus-stack-prometheus.monitoring.svc:9090", (string?)scaler["triggers"]![0]!["metadata"]!["serverAddress"]);
        var component = stack.Single("gpu-inference:index:MonitoringStack");
        AssertSame("""["keda"]""", component.Inputs["queryNamespaces"]);
    }

    [Fact]
    public async Task KEDA_may_ask_a_workspace_instead()
    {
        const string workspace = "arn:aws:aps:us-west-2:123456789012:workspace/ws-1";
        var monitoring = $$$"""{"stack": {"remoteWrite": {"amazonWorkspace": "{{{workspace}}}"}}, "prometheus": {"amazonWorkspace": "{{{workspace}}}"}}""";

        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("monitoring", monitoring).With("models", Scaled).ForEngine());

        Assert.Equal(
            "https://aps-workspaces.us-west-2.amazonaws.com/workspaces/ws-1",
            (string?)Tree.Of(stack.Single("kubernetes:keda.sh/v1alpha1:ScaledObject").Inputs["spec"])["triggers"]![0]!["metadata"]!["serverAddress"]);
        Assert.Equal(workspace, stack.Single("gpu-inference:index:KedaOperator").Inputs["prometheusWorkspaceArn"]);
    }

    [Fact]
    public async Task Models_and_controllers_are_scraped_without_labels()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("monitoring", """{"stack": {}}""").With("nodeAutoscaling", """{"kind": "clusterAutoscaler"}""").With("accelerators", """{"dcgmExporter": true}""").ForEngine());

        AssertSame("""{"interval": "30s", "selectorLabels": {}}""", stack.Single("gpu-inference:index:ClusterAutoscaler").Inputs["scraping"]);
        AssertSame("""{"interval": "30s", "selectorLabels": {}}""", stack.Single("gpu-inference:index:DcgmExporter").Inputs["scraping"]);
        Assert.Equal("monitoring", (string?)Tree.Of(stack.Single("gpu-inference:index:InferenceService").Inputs["monitoring"])["prometheusNamespace"]);
    }

    [Theory]
    [InlineData("{}", "monitoring-disks")]
    [InlineData("""{"storage": {"storageClass": "gp3"}}""", "gp3")]
    [InlineData("""{"storage": {"ephemeral": true}}""", null)]
    public async Task A_new_cluster_has_no_class_for_volumes(string config, string? storageClass)
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", "[]").With("monitoring", $$"""{"stack": {{config}}}""").ForEngine());

        var server = Tree.Of(stack.Single("gpu-inference:index:MonitoringStack").Inputs["prometheus"]);
        Assert.Equal((storageClass, "360h0m0s"), ((string?)server["storageClass"], (string?)server["retention"]));
        Assert.Equal(storageClass == "monitoring-disks", stack.Resources.Any(resource => resource.Type == "gpu-inference:index:EbsStorageClass"));
    }

    [Fact]
    public async Task What_leaves_says_where_it_comes_from_and_the_password_is_an_output()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", "[]").With("monitoring", """{"stack": {"externalLabels": {"team": "search"}}}""").ForEngine());

        AssertSame("""{"cluster": "gpu-inference-x", "environment": "x", "team": "search"}""", stack.Single("gpu-inference:index:MonitoringStack").Inputs["externalLabels"]);
        Assert.Contains("grafanaPassword", stack.Outputs.Keys);
    }

    [Fact]
    public async Task Without_Grafana_nobody_needs_a_password()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", "[]").With("monitoring", """{"stack": {"grafana": false}}""").ForEngine());

        Assert.DoesNotContain(stack.Resources, resource => resource.Type!.Contains("random", StringComparison.Ordinal));
        Assert.DoesNotContain("grafanaPassword", stack.Outputs.Keys);
    }

    // The mocks keep no order of keys.
    private static void AssertSame(string json, object? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), Tree.Of(actual)), Tree.Of(actual).ToJsonString());
}
