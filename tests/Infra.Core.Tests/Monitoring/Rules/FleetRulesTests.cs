using Infra.Core.Monitoring.Rules;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Rules;

/// <summary>Nodes and GPUs of pools, as Prometheus computes them.</summary>
public sealed class FleetRulesTests
{
    [SkippableFact]
    public async Task Nodes_and_GPUs_are_counted_by_pool_and_a_pool_without_nodes_has_none() => Assert.Equal("", await RunAsync(
        [.. FleetSamples.Nodes, .. FleetSamples.Pods],
        ("pool:nodes:count", [("pool:nodes:count{pool=\"a100\"}", 0), ("pool:nodes:count{pool=\"t4\"}", 2)]),
        ("pool:gpus:sum", [("pool:gpus:sum{pool=\"a100\"}", 0), ("pool:gpus:sum{pool=\"t4\"}", 5)]),
        ("pool:gpus_requested:sum", [("pool:gpus_requested:sum{pool=\"a100\"}", 0), ("pool:gpus_requested:sum{pool=\"t4\"}", 4)]),
        ("node:gpus:sum", [("node:gpus:sum{node=\"one\",pool=\"t4\"}", 1), ("node:gpus:sum{node=\"four\",pool=\"t4\"}", 4)]),
        ("pod:gpus_requested:sum{namespace=\"team-a\"}",
            [("pod:gpus_requested:sum{namespace=\"team-a\",pod=\"chat-1\",node=\"four\",pool=\"t4\"}", 2), ("pod:gpus_requested:sum{namespace=\"team-a\",pod=\"other-1\",node=\"four\",pool=\"t4\"}", 1)])));

    [SkippableFact]
    public async Task GPUs_are_waited_for_by_pods_without_a_node()
    {
        Assert.Equal("", await RunAsync([.. FleetSamples.Nodes, .. FleetSamples.Pods], ("cluster:gpus_waiting:sum", [("cluster:gpus_waiting:sum", 3)])));
        Assert.Equal("", await RunAsync(FleetSamples.Nodes, ("cluster:gpus_waiting:sum", [("cluster:gpus_waiting:sum", 0)])));
    }

    [SkippableFact]
    public async Task A_GPU_counts_once_however_many_pods_share_it_and_one_in_pieces_by_its_pieces() => Assert.Equal("", await RunAsync(
        [
            .. FleetSamples.Nodes,
            // 75 % of one that two pods share, 25 % of another, and pieces at 25 % and 75 %: on average 50 %. All of them are exact in binary, in whatever order.
            (Gpu("DCGM_FI_DEV_GPU_UTIL", "a", ",exported_pod=\"x\""), "75x20"),
            (Gpu("DCGM_FI_DEV_GPU_UTIL", "a", ",exported_pod=\"y\""), "75x20"),
            (Gpu("DCGM_FI_DEV_GPU_UTIL", "b"), "25x20"),
            (Gpu("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "b"), "1x20"),
            (Gpu("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "c", ",GPU_I_ID=\"1\""), "0.25x20"),
            (Gpu("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "c", ",GPU_I_ID=\"2\""), "0.75x20"),
        ],
        ("pool:gpu_use:ratio", [("pool:gpu_use:ratio{pool=\"t4\"}", 0.5)])));

    [SkippableFact]
    public async Task Memory_is_that_of_the_fullest_and_power_that_of_all() => Assert.Equal("", await RunAsync(
        [
            .. FleetSamples.Nodes,
            (Gpu("DCGM_FI_DEV_FB_USED", "a"), "8000x20"),
            (Gpu("DCGM_FI_DEV_FB_FREE", "a"), "7000x20"),
            (Gpu("DCGM_FI_DEV_FB_RESERVED", "a"), "1000x20"),
            (Gpu("DCGM_FI_DEV_FB_USED", "b"), "12000x20"),
            (Gpu("DCGM_FI_DEV_FB_FREE", "b"), "3000x20"),
            (Gpu("DCGM_FI_DEV_FB_RESERVED", "b"), "1000x20"),
            (Gpu("DCGM_FI_DEV_POWER_USAGE", "a"), "50x20"),
            (Gpu("DCGM_FI_DEV_POWER_USAGE", "b"), "70x20"),
            (Gpu("DCGM_FI_DEV_GPU_TEMP", "a"), "60x20"),
            (Gpu("DCGM_FI_DEV_GPU_TEMP", "b"), "81x20"),
        ],
        ("pool:gpu_memory:ratio", [("pool:gpu_memory:ratio{pool=\"t4\"}", 0.75)]),
        ("pool:gpu_power_watts:sum", [("pool:gpu_power_watts:sum{pool=\"t4\"}", 120)]),
        ("pool:gpu_temperature_celsius:max", [("pool:gpu_temperature_celsius:max{pool=\"t4\"}", 81)])));

    [SkippableFact]
    public async Task XID_errors_add_up_and_their_absence_is_0() => Assert.Equal("", await RunAsync(
        [.. FleetSamples.Nodes, (Gpu("DCGM_EXP_XID_ERRORS_COUNT", "a", ",xid=\"31\""), "2x20"), (Gpu("DCGM_EXP_XID_ERRORS_COUNT", "a", ",xid=\"79\""), "1x20")],
        ("pool:gpu_xid_errors:sum5m", [("pool:gpu_xid_errors:sum5m{pool=\"t4\"}", 3), ("pool:gpu_xid_errors:sum5m{pool=\"a100\"}", 0)])));

    [SkippableFact]
    public async Task Alerts_count_that_fire_and_hurry() => Assert.Equal("", await RunAsync(
        [
            ("ALERTS{alertname=\"A\",alertstate=\"firing\",severity=\"P0\",model=\"x\"}", "1x20"),
            ("ALERTS{alertname=\"A\",alertstate=\"firing\",severity=\"P0\",model=\"y\"}", "1x20"),
            ("ALERTS{alertname=\"B\",alertstate=\"pending\",severity=\"P1\"}", "1x20"),
            ("ALERTS{alertname=\"Watchdog\",alertstate=\"firing\",severity=\"none\"}", "1x20"),
        ],
        ("cluster:firing_alerts:count",
            [("cluster:firing_alerts:count{severity=\"P0\"}", 2), ("cluster:firing_alerts:count{severity=\"P1\"}", 0), ("cluster:firing_alerts:count{severity=\"P2\"}", 0)])));

    [Fact]
    public void Without_accelerators_there_is_nothing_about_them() => Assert.Equal(
        ["node:pool:info", "pool:nodes:count", "cluster:firing_alerts:count", "cluster:firing_alerts:count", "cluster:firing_alerts:count"],
        FleetRules.Of([new FleetPool("cpu", [], FleetSamples.NoPrices)], gpuUse: false).Rules.Cast<RecordingRule>().Select(rule => rule.Series.Name));

    private static string Gpu(string metric, string gpu, string labels = "") => $"{metric}{{node=\"four\",UUID=\"{gpu}\"{labels}}}";

    private static Task<string> RunAsync(IEnumerable<(string, string)> series, params (string, (string, double)[])[] expected) =>
        RuleRun.EvaluateAsync(RuleGroups.Json(FleetRules.Of([FleetSamples.T4, FleetSamples.A100], gpuUse: true)), series, "5m", expected);
}
