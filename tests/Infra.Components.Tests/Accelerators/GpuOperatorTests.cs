using Infra.Components.Accelerators;
using Infra.Components.Nodes;
using Infra.Components.Tests.Helm;
using Infra.Core.Accelerators;
using Infra.Core.Nodes;
using Infra.TestKit;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Accelerators;

public sealed class GpuOperatorTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task The_metrics_come_before_the_release() => Assert.Equal(
        """
        gpu-inference:index:GpuOperator operator
        kubernetes:core/v1:Namespace operator-namespace parent=operator provider=kubernetes
        kubernetes:core/v1:ConfigMap operator-metrics parent=operator provider=kubernetes
        kubernetes:helm.sh/v3:Release operator-release parent=operator provider=kubernetes after=operator-metrics
        """,
        (await Run(Samples.GpuPool("t4"))).Resources());

    [Fact]
    public async Task Driver_and_toolkit_stay_those_of_the_image()
    {
        var values = (await Run(Samples.GpuPool("t4")))[Release, "operator-release"].Inputs["values"]!;

        Assert.Equal((false, false), ((bool?)values["driver"]!["enabled"], (bool?)values["toolkit"]!["enabled"]));
        JsonAssert.Same("""[ { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" } ]""", values["daemonsets"]!["tolerations"]);
        Assert.Null(values["devicePlugin"]!["config"]);
    }

    [Fact]
    public async Task The_exporter_takes_our_list_of_metrics()
    {
        var run = await Run(Samples.GpuPool("t4"));
        var map = run["kubernetes:core/v1:ConfigMap", "operator-metrics"].Inputs;

        Assert.Equal((string?)map["metadata"]!["name"], (string?)run[Release, "operator-release"].Inputs.SelectToken("values.dcgmExporter.config.name"));
        Assert.Equal(DcgmMetrics.ToCsv(), (string?)map["data"]!["dcgm-metrics.csv"]);
    }

    [Fact]
    public async Task A_MIG_pool_is_cut_at_a_restart_and_named_in_one_way()
    {
        var values = (await Run(Samples.SharedPool("a100", "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed))))[Release, "operator-release"].Inputs["values"]!;

        Assert.Equal("mixed", (string?)values["mig"]!["strategy"]);
        JsonAssert.Same("""[ { "name": "WITH_REBOOT", "value": "true" } ]""", values["migManager"]!["env"]);
        Assert.Equal(
            ("device-plugin-configs", "whole-gpus", "mig-mixed,whole-gpus"),
            ((string?)values.SelectToken("devicePlugin.config.name"),
             (string?)values.SelectToken("devicePlugin.config.default"),
             string.Join(',', values.SelectToken("devicePlugin.config.data")!.Children<JProperty>().Select(config => config.Name).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Pools_that_name_their_pieces_in_two_ways_are_refused()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(
            Samples.SharedPool("a", "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed)),
            Samples.SharedPool("b", "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Single))));

        Assert.Equal(
            """
            1 problem in gpu-inference:index:GpuOperator:
              operator.pools: MIG pools have the strategies single and mixed; the GPU operator has one strategy for the cluster, so use the same for all of them
            """,
            error.Message);
    }

    [Fact]
    public async Task Every_pod_of_the_operator_is_declared()
    {
        var footprint = (await Run(Samples.GpuPool("t4"), Samples.SharedPool("a10g", "g5.xlarge", GpuSharing.Mps(2))))
            ["gpu-inference:index:GpuOperator", "operator"].Inputs["footprint"]!;

        Assert.Equal(
            [
                "gpu-operator Deployment 0 200m 100Mi",
                "nvidia-operator-validator DaemonSet 2 50m 64Mi",
                "nvidia-device-plugin-daemonset DaemonSet 2 50m 64Mi",
                "gpu-feature-discovery DaemonSet 2 50m 64Mi",
                "nvidia-mig-manager DaemonSet 2 50m 64Mi",
                "nvidia-device-plugin-mps-control-daemon DaemonSet 1 50m 64Mi",
                "nvidia-dcgm-exporter DaemonSet 2 100m 128Mi",
                "gpu-operator-node-feature-discovery-master Deployment 0 100m 128Mi",
                "gpu-operator-node-feature-discovery-gc Deployment 0 10m 128Mi",
                "gpu-operator-node-feature-discovery-worker DaemonSet 2 5m 64Mi",
            ],
            footprint.Select(pod => $"{pod["workload"]} {pod["kind"]} {pod["selectors"]!.Count()} {pod["cpu"]} {pod["memory"]}"));
    }

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows()
    {
        var values = (await Run(Samples.SharedPool("t4", "g4dn.xlarge", GpuSharing.TimeSlicing(2))))[Release, "operator-release"].Inputs["values"]!;

        // Of the dependency (node-feature-discovery 0.19.0, values.yaml), and one of the operator's that stands in its values as a comment.
        Assert.Equal(
            ["dcgmExporter.config", "node-feature-discovery.gc.resources", "node-feature-discovery.master.resources", "node-feature-discovery.worker.affinity", "node-feature-discovery.worker.resources"],
            ChartValues.Unknown("gpu-operator", values).Order(StringComparer.Ordinal));
        Assert.Contains("name: custom-dcgm-exporter-metrics", await File.ReadAllTextAsync(SharedFacts.Require("helm-values", "gpu-operator.yaml")), StringComparison.Ordinal);
    }

    private static Task<ComponentRun> Run(params PoolReferenceArgs[] pools) => ComponentHarness.RunAsync(
        () => _ = new GpuOperator("operator", new GpuOperatorArgs { Pools = [.. pools] }, Samples.In(Samples.KubernetesProvider())));
}
