using Infra.Components.Monitoring.Dashboards;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Grafana;
using Infra.TestKit.Kubernetes;
using Infra.TestKit.Prometheus;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Monitoring.Dashboards;

public sealed class GrafanaDashboardsTests
{
    [Fact]
    public async Task There_is_a_dashboard_for_everything_that_the_environment_has() => Assert.Equal(
        """
        gpu-inference:index:GrafanaDashboards dashboards
        kubernetes:monitoring.coreos.com/v1:PrometheusRule dashboards-rules parent=dashboards provider=kubernetes
        kubernetes:core/v1:ConfigMap dashboards-fleet parent=dashboards provider=kubernetes
        kubernetes:core/v1:ConfigMap dashboards-model parent=dashboards provider=kubernetes
        kubernetes:core/v1:ConfigMap dashboards-pool parent=dashboards provider=kubernetes
        kubernetes:core/v1:ConfigMap dashboards-cost parent=dashboards provider=kubernetes
        """,
        (await Run(DashboardSamples.Everything())).Resources());

    [Fact]
    public async Task Without_GPUs_and_prices_there_are_two() => Assert.Equal(
        ["dashboards", "dashboards-rules", "dashboards-fleet", "dashboards-model"],
        (await Run(DashboardSamples.Laptop())).Registrations.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Name));

    [Fact]
    public async Task The_sidecar_finds_them_and_puts_them_into_the_folder()
    {
        var map = (await Run(DashboardSamples.Everything())).Inputs("dashboards-cost");

        JsonAssert.Same(
            """
            {
              "name": "inference-cost",
              "namespace": "monitoring",
              "labels": { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/part-of": "gpu-inference", "grafana_dashboard": "1" },
              "annotations": { "grafana_folder": "Inference" }
            }
            """,
            map["metadata"]);
        Assert.Equal(["inference-cost.json"], ((JObject)map["data"]!).Properties().Select(file => file.Name));
    }

    [Fact]
    public async Task They_ask_the_data_sources_of_the_arguments()
    {
        var args = new GrafanaDashboardsArgs { Namespace = "observability", PrometheusUid = "mimir", LokiUid = "logs", Folder = "Models" };

        var run = await Run(args);

        var document = Document(run, "model");
        Assert.Empty(DashboardModel.Problems(document));
        Assert.Equal(["mimir", "logs"], document.SelectTokens("panels[*].datasource.uid").Values<string>().Distinct());
        Assert.Equal("Models", (string?)run.Inputs("dashboards-model").SelectToken("metadata.annotations.grafana_folder"));
    }

    [Fact]
    public async Task A_price_says_where_and_when_it_was_read() => Assert.Equal(
        "Estimate at on-demand list prices (us-east-1; read 2026-07-20). All pools, now.",
        (string?)Document(await Run(DashboardSamples.Everything()), "cost").SelectToken("panels[?(@.title == 'Dollars per hour')].description"));

    [SkippableFact]
    public async Task The_rules_are_ones_that_Prometheus_and_its_operator_take()
    {
        var rules = (await Run(DashboardSamples.Everything())).Inputs("dashboards-rules");

        Assert.Equal([], CustomResourceDefinitions.Problems(rules));
        Assert.Equal("", await PromTool.CheckRulesAsync(rules.SelectToken("spec.groups")!));
    }

    [Fact]
    public async Task The_rules_are_of_the_pools_and_of_models_with_GPUs()
    {
        var rules = (await Run(DashboardSamples.Everything())).Inputs("dashboards-rules");

        Assert.Equal("prometheus", (string?)rules.SelectToken("metadata.labels.release"));
        Assert.Equal(["inference.fleet", "inference.cost"], rules.SelectTokens("spec.groups[*].name").Values<string>());
        JsonAssert.Same(
            """{ "record": "pool:nodes:count", "expr": "count(node:pool:info{pool=\"t4\"}) or vector(0)", "labels": { "pool": "t4" }, "annotations": {} }""", rules.SelectToken("spec.groups[0].rules[1]"));
        JsonAssert.Same(
            """[ { "model": "chat", "namespace": "search", "tenant": "search" } ]""",
            new JArray(rules.SelectTokens("spec.groups[1].rules[?(@.record == 'model:usd_per_hour:sum')].labels")));
        JsonAssert.Same(
            """
            {
              "record": "node:usd_per_hour:list",
              "expr": "max by (node, pool) (label_replace(kube_node_labels{label_node_kubernetes_io_instance_type=\"g4dn.xlarge\",label_gpu_inference_pool!=\"\"}, \"pool\", \"$1\", \"label_gpu_inference_pool\", \"(.+)\")) * 0.526",
              "labels": { "instance_type": "g4dn.xlarge" },
              "annotations": {}
            }
            """,
            rules.SelectToken("spec.groups[1].rules[0]"));
    }

    [Fact]
    public async Task Prices_and_their_source_come_together()
    {
        var nowhere = DashboardSamples.Everything();
        var args = new GrafanaDashboardsArgs { Namespace = "monitoring", Pools = nowhere.Pools };

        Assert.Equal(
            "1 problem in gpu-inference:index:GrafanaDashboards:\n  dashboards.priceSource: missing, and pools have prices; say where and when they were read, such as 'us-east-1; read 2026-07-20'",
            (await Assert.ThrowsAsync<ResourceException>(() => Run(args))).Message);
        Assert.Equal(
            "1 problem in gpu-inference:index:GrafanaDashboards:\n  dashboards.priceSource: 'us-east-1', and no pool has a price; remove it",
            (await Assert.ThrowsAsync<ResourceException>(() => Run(new GrafanaDashboardsArgs { Namespace = "monitoring", PriceSource = "us-east-1" }))).Message);
    }

    private static JObject Document(ComponentRun run, string dashboard) => JObject.Parse((string)run.Inputs($"dashboards-{dashboard}")["data"]![$"inference-{dashboard}.json"]!);

    private static Task<ComponentRun> Run(GrafanaDashboardsArgs args) => ComponentHarness.RunAsync(
        () => _ = new GrafanaDashboards("dashboards", args, new ComponentResourceOptions { Providers = { Samples.KubernetesProvider() } }));
}
