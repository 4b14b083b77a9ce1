using Infra.Core.Monitoring.Rules;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Rules;

/// <summary>What nodes cost at list prices, and whose that is, as Prometheus computes it.</summary>
public sealed class CostRulesTests
{
    // One node of one GPU for 0.5 dollars, one of four for 4: a GPU of the latter costs 1.
    [SkippableFact]
    public async Task A_pool_costs_what_its_nodes_cost_and_is_idle_by_the_GPUs_that_nobody_asked_for() => Assert.Equal("", await RunAsync(
        [.. FleetSamples.Nodes, .. FleetSamples.Pods],
        ("node:usd_per_hour:list",
            [("node:usd_per_hour:list{node=\"one\",pool=\"t4\",instance_type=\"g4dn.xlarge\"}", 0.5), ("node:usd_per_hour:list{node=\"four\",pool=\"t4\",instance_type=\"g4dn.12xlarge\"}", 4)]),
        ("node:usd_per_gpu_hour:list", [("node:usd_per_gpu_hour:list{node=\"one\"}", 0.5), ("node:usd_per_gpu_hour:list{node=\"four\"}", 1)]),
        ("pool:usd_per_hour:sum", [("pool:usd_per_hour:sum{pool=\"t4\"}", 4.5), ("pool:usd_per_hour:sum{pool=\"a100\"}", 0)]),
        ("pool:idle_usd_per_hour:sum", [("pool:idle_usd_per_hour:sum{pool=\"t4\"}", 1), ("pool:idle_usd_per_hour:sum{pool=\"a100\"}", 0)])));

    [SkippableFact]
    public async Task A_model_costs_its_GPUs_and_a_tenant_its_models() => Assert.Equal("", await RunAsync(
        [.. FleetSamples.Nodes, .. FleetSamples.Pods],
        ("model:usd_per_hour:sum",
        [
            ("model:usd_per_hour:sum{model=\"chat\",namespace=\"team-a\",tenant=\"search\"}", 2),
            ("model:usd_per_hour:sum{model=\"other\",namespace=\"team-a\",tenant=\"search\"}", 1),
            ("model:usd_per_hour:sum{model=\"chat\",namespace=\"team-b\"}", 0.5),
            ("model:usd_per_hour:sum{model=\"sleeper\",namespace=\"team-b\"}", 0),
        ]),
        ("tenant:usd_per_hour:sum", [("tenant:usd_per_hour:sum{tenant=\"search\"}", 3)])));

    [SkippableFact]
    public async Task A_node_whose_device_plugin_does_not_run_yet_is_paid_for_and_idle() => Assert.Equal("", await RunAsync(
        [("kube_node_labels{node=\"new\",label_gpu_inference_pool=\"t4\",label_node_kubernetes_io_instance_type=\"g4dn.xlarge\"}", "1x20"), ("kube_node_status_allocatable{node=\"new\",resource=\"nvidia_com_gpu\"}", "0x20")],
        ("node:usd_per_gpu_hour:list", []),
        ("pool:idle_usd_per_hour:sum{pool=\"t4\"}", [("pool:idle_usd_per_hour:sum{pool=\"t4\"}", 0.5)])));

    [Fact]
    public void Without_prices_there_is_nothing() => Assert.Empty(CostRules.Of([new FleetPool("t4", ["nvidia.com/gpu"], FleetSamples.NoPrices)], [new FleetModel("chat", "team-a", null)]).Rules);

    private static Task<string> RunAsync(IEnumerable<(string, string)> series, params (string, (string, double)[])[] expected)
    {
        FleetPool[] pools = [FleetSamples.T4, FleetSamples.A100];
        FleetModel[] models = [new("chat", "team-a", "search"), new("other", "team-a", "search"), new("chat", "team-b", null), new("sleeper", "team-b", null)];
        return RuleRun.EvaluateAsync(RuleGroups.Json(FleetRules.Of(pools, gpuUse: false), CostRules.Of(pools, models)), series, "5m", expected);
    }
}
