using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Dashboards come with the stack's Grafana, or where somebody asks for them, and show what the environment has.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class DashboardStackTests
{
    private const string Component = "gpu-inference:index:GrafanaDashboards";

    private const string Models =
        """
        [
          {"name": "chat", "tenant": "search", "runtime": "vllm", "source": "s3://models/m", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}},
          {"name": "images", "runtime": "triton", "source": "s3://models/i", "pools": ["t4"]}
        ]
        """;

    [Fact]
    public async Task They_show_pools_with_prices_and_models_with_GPUs()
    {
        var dashboards = Inputs(await MockedStack.OfAsync("x", Config("""{"stack": {}}""").With("tenants", """[{"name": "search"}]""").With("models", Models).With("accelerators", """{"dcgmExporter": true}""").ForEngine()));

        Tree.Equal("""[{"name": "t4", "resources": ["nvidia.com/gpu"], "usdPerHour": {"g4dn.xlarge": 0.526, "g4dn.2xlarge": 0.752}}]""", dashboards["pools"]);
        Tree.Equal(
            """
            [
              {"name": "chat", "namespace": "search", "tenant": "search", "languageModel": true, "gpus": true, "waiting": true, "running": true, "batches": true},
              {"name": "images", "namespace": "inference", "languageModel": false, "gpus": true, "waiting": true, "running": false, "batches": true}
            ]
            """,
            dashboards["models"]);
        Assert.Equal(("us-west-2", true, "monitoring", "prometheus"), ((string?)dashboards["priceSource"], (bool)dashboards["gpuUse"]!, (string?)dashboards["namespace"], (string?)dashboards["prometheusUid"]));
        Assert.Null(dashboards["lokiUid"]);
    }

    [Fact]
    public async Task Logs_are_shown_where_the_stack_has_Loki() => Assert.Equal(
        "loki", (string?)Inputs(await MockedStack.OfAsync("x", Config("""{"stack": {}, "logs": {"loki": {}}}""").ForEngine()))["lokiUid"]);

    [Fact]
    public async Task A_Grafana_that_the_cluster_has_is_told_by_its_ids()
    {
        var dashboards = Inputs(await MockedStack.OfAsync(
            "x", Config("""{"prometheusOperator": {"namespace": "observability", "selectorLabels": {"release": "p"}}, "dashboards": {"prometheusUid": "mimir", "lokiUid": "logs", "folder": "Models"}}""").ForEngine()));

        Assert.Equal(
            ("observability", "mimir", "logs", "Models"), ((string?)dashboards["namespace"], (string?)dashboards["prometheusUid"], (string?)dashboards["lokiUid"], (string?)dashboards["folder"]));
        Tree.Equal("""{"release": "p"}""", dashboards["selectorLabels"]);
    }

    [Fact]
    public async Task Nodes_that_nobody_labels_are_not_counted() =>
        Assert.Empty(Inputs(await MockedStack.OfAsync("x", SampleConfig.Local().With("monitoring", """{"stack": {}}""").ForEngine()))["pools"]!.AsArray());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prometheusOperator": {}}""")]
    [InlineData("""{"stack": {"grafana": false}}""")]
    [InlineData("""{"stack": {}, "dashboards": {"enabled": false}}""")]
    public async Task Nobody_gets_them_who_did_not_ask(string monitoring) =>
        Assert.DoesNotContain((await MockedStack.OfAsync("x", Config(monitoring).ForEngine())).Resources, resource => resource.Type == Component);

    [Theory]
    [InlineData("""{"dashboards": {}}""", ": nobody computes what they show; set monitoring.stack, or monitoring.prometheusOperator where the cluster has one, or remove it")]
    [InlineData("""{"stack": {"grafana": false}, "dashboards": {}}""", ": nobody shows them, because monitoring.stack.grafana is false; remove one of the two")]
    [InlineData("""{"stack": {}, "dashboards": {"prometheusUid": "p"}}""", ".prometheusUid: set together with monitoring.stack, whose Grafana has data sources of its own; remove it")]
    [InlineData("""{"stack": {}, "dashboards": {"lokiUid": "p"}}""", ".lokiUid: set together with monitoring.stack, whose Grafana has data sources of its own; remove it")]
    [InlineData("""{"stack": {}, "dashboards": {"folder": "a/b"}}""", ".folder: 'a/b' is not allowed; allowed: 2 to 40 letters, digits, spaces, '-' and '_', with a letter or digit at both ends")]
    [InlineData("""{"dashboards": {"enabled": false}}""", null)]
    public void What_cannot_be_is_said(string monitoring, string? problem) =>
        Assert.Equal(problem is null ? "" : $"gpu-inference:monitoring.dashboards{problem}", Config(monitoring).Problems());

    private static SampleConfig Config(string monitoring) =>
        SampleConfig.NewEks().With("models", "[]").With("monitoring", monitoring);

    private static JsonNode Inputs(MockedStack stack) => Tree.Of(stack.Single(Component).Inputs);
}
