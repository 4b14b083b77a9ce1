using Infra.Components.Accelerators;
using Infra.Components.Nodes;
using Infra.Components.Tests.Helm;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.TestKit;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Accelerators;

public sealed class NvidiaDevicePluginTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task Namespace_and_release_wait_for_what_the_component_waits_for()
    {
        var run = await ComponentHarness.RunAsync(() =>
        {
            var kubernetes = Samples.KubernetesProvider();
            var pool = new GpuNodePool("t4", Samples.NodePool(), Samples.In(Samples.AwsProvider()));
            _ = new NvidiaDevicePlugin("plugin", Samples.DevicePlugin(Samples.GpuPool("t4")), Samples.In(kubernetes, pool));
        }, Samples.Options);

        Assert.EndsWith(
            """

            gpu-inference:index:NvidiaDevicePlugin plugin after=t4
            kubernetes:core/v1:Namespace plugin-namespace parent=plugin provider=kubernetes after=t4
            kubernetes:helm.sh/v3:Release plugin-release parent=plugin provider=kubernetes after=t4
            """,
            run.Resources());
    }

    [Fact]
    public async Task The_daemon_set_runs_on_the_pools_nodes_and_tolerates_their_taints()
    {
        var run = await Run(Samples.GpuPool("t4", Samples.Spot), Samples.GpuPool("a100"));

        JsonAssert.Same(
            """
            {
              "compat": "true",
              "name": "nvidia-device-plugin",
              "chart": "nvidia-device-plugin",
              "version": "0.20.0",
              "repositoryOpts": { "repo": "https://nvidia.github.io/k8s-device-plugin" },
              "namespace": "nvidia-device-plugin",
              "values": {
                "affinity": {
                  "nodeAffinity": {
                    "requiredDuringSchedulingIgnoredDuringExecution": {
                      "nodeSelectorTerms": [
                        { "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["a100"] } ] },
                        { "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["t4"] } ] }
                      ]
                    }
                  }
                },
                "tolerations": [
                  { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
                  { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
                ],
                "resources": { "requests": { "cpu": "50m", "memory": "64Mi" } }
              }
            }
            """,
            run[Release, "plugin-release"].Inputs);
    }

    [Fact]
    public async Task The_component_shows_its_pools_and_the_pods_that_the_chart_makes()
    {
        var run = await Run(Samples.GpuPool("t4"));

        JsonAssert.Same(
            """
            {
              "namespace": "nvidia-device-plugin",
              "featureDiscovery": false,
              "pools": [
                {
                  "name": "t4",
                  "selector": { "gpu-inference/pool": "t4" },
                  "taints": [ { "key": "nvidia.com/gpu", "value": "present", "effect": "NoSchedule" } ],
                  "deviceResource": "nvidia.com/gpu",
                  "devicesPerNode": 1,
                  "bringsDevicePlugin": false
                }
              ],
              "footprint": [
                {
                  "workload": "nvidia-device-plugin",
                  "kind": "DaemonSet",
                  "cpu": "50m",
                  "memory": "64Mi",
                  "selectors": [ { "gpu-inference/pool": "t4" } ],
                  "tolerations": [ { "key": "nvidia.com/gpu", "effect": "NoSchedule" } ],
                  "hostAccess": [ "Paths", "Privileges" ],
                  "source": "nvidia-device-plugin 0.20.0, templates/daemonset-device-plugin.yml; requests in our values"
                }
              ]
            }
            """,
            run["gpu-inference:index:NvidiaDevicePlugin", "plugin"].Inputs);
    }

    [Fact]
    public async Task A_shared_pool_brings_a_configuration_that_its_nodes_name()
    {
        var run = await Run(
            Samples.SharedPool("t4", "g4dn.xlarge", GpuSharing.TimeSlicing(4)),
            Samples.SharedPool("a10g", "g5.xlarge", GpuSharing.Mps(3)),
            Samples.SharedPool("a100", "p4d.24xlarge", GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed)),
            Samples.GpuPool("l4"));

        JsonAssert.Same(
            """
            {
              "default": "whole-gpus",
              "map": {
                "mig-mixed": "version: v1\nflags:\n  migStrategy: mixed\n",
                "mps-3": "version: v1\nflags:\n  migStrategy: none\nsharing:\n  mps:\n    renameByDefault: false\n    resources:\n    - name: nvidia.com/gpu\n      replicas: 3\n",
                "time-slicing-4": "version: v1\nflags:\n  migStrategy: none\nsharing:\n  timeSlicing:\n    renameByDefault: false\n    failRequestsGreaterThanOne: true\n    resources:\n    - name: nvidia.com/gpu\n      replicas: 4\n",
                "whole-gpus": "version: v1\nflags:\n  migStrategy: none\n"
              }
            }
            """,
            run[Release, "plugin-release"].Inputs["values"]!["config"]);
    }

    [Theory]
    [InlineData("g4dn.xlarge", "time-slicing-4", "nvidia.com/device-plugin.config=time-slicing-4")]
    [InlineData("g5.xlarge", "mps-3", "nvidia.com/device-plugin.config=mps-3,nvidia.com/mps.capable=true")]
    [InlineData("p4d.24xlarge", "mig-single", "nvidia.com/device-plugin.config=mig-single,nvidia.com/mig.config=all-1g.5gb")]
    public async Task The_label_of_the_nodes_is_a_configuration_of_the_plugin(string type, string config, string labels)
    {
        var sharing = config switch
        {
            "time-slicing-4" => GpuSharing.TimeSlicing(4),
            "mps-3" => GpuSharing.Mps(3),
            _ => GpuSharing.Mig("all-1g.5gb", MigStrategy.Single),
        };
        InstanceCatalog.Default.TryGet(type, out var known);
        var contract = PoolContract.ForNvidia("pool", [known!], [], [], sharing);
        var run = await Run(PoolReferenceArgs.From(contract));

        Assert.Equal(
            labels,
            string.Join(',', contract.Labels.Where(label => label.Key is NodeLabels.DevicePluginConfig or NodeLabels.MpsCapable or NodeLabels.MigConfig).Select(label => $"{label.Key}={label.Value}")));
        Assert.NotNull(run[Release, "plugin-release"].Inputs["values"]!["config"]!["map"]![config]);
    }

    [Fact]
    public async Task The_daemon_of_MPS_and_feature_discovery_are_declared_where_they_run()
    {
        var run = await ComponentHarness.RunAsync(
            () => _ = new NvidiaDevicePlugin(
                "plugin",
                new NvidiaDevicePluginArgs { Pools = [Samples.GpuPool("t4"), Samples.SharedPool("a10g", "g5.xlarge", GpuSharing.Mps(3))], FeatureDiscovery = true },
                Samples.In(Samples.KubernetesProvider())));
        var footprint = run["gpu-inference:index:NvidiaDevicePlugin", "plugin"].Inputs["footprint"]!;

        Assert.Equal(
            [
                "nvidia-device-plugin DaemonSet a10g,t4 50m 64Mi Paths,Privileges",
                "nvidia-device-plugin-mps-control-daemon DaemonSet a10g 50m 64Mi Paths,Processes,Privileges",
                "nvidia-device-plugin-gpu-feature-discovery DaemonSet a10g,t4 50m 64Mi Paths,Privileges",
                "nvidia-device-plugin-node-feature-discovery-master Deployment  100m 128Mi ",
                "nvidia-device-plugin-node-feature-discovery-gc Deployment  10m 128Mi ",
                "nvidia-device-plugin-node-feature-discovery-worker DaemonSet a10g,t4 5m 64Mi Paths",
            ],
            footprint.Select(pod =>
                $"{pod["workload"]} {pod["kind"]} {string.Join(',', pod["selectors"]!.Select(selector => selector[NodeLabels.Pool]))} {pod["cpu"]} {pod["memory"]} {string.Join(',', pod["hostAccess"]!)}"));
        JsonAssert.Same(
            """{ "cpu": "5m", "memory": "64Mi" }""",
            run[Release, "plugin-release"].Inputs.SelectToken("values.nfd.worker.resources.requests"));
    }

    [Fact]
    public async Task Taints_that_differ_in_their_value_alone_need_one_toleration()
    {
        var run = await Run(Samples.GpuPool("a", new Taint("team", "x", TaintEffect.NoSchedule)), Samples.GpuPool("b", new Taint("team", "y", TaintEffect.NoSchedule)));

        Assert.Equal(["nvidia.com/gpu", "team"], run[Release, "plugin-release"].Inputs["values"]!["tolerations"]!.Select(toleration => (string?)toleration["key"]));
    }

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows()
    {
        var chart = YamlJson.Read(SharedFacts.Require("helm-values", "nvidia-device-plugin.yaml"));
        var run = await ComponentHarness.RunAsync(
            () => _ = new NvidiaDevicePlugin(
                "plugin",
                new NvidiaDevicePluginArgs { Pools = [Samples.SharedPool("t4", "g4dn.xlarge", GpuSharing.TimeSlicing(4))], FeatureDiscovery = true },
                Samples.In(Samples.KubernetesProvider())));
        var values = run[Release, "plugin-release"].Inputs["values"]!;

        // Values of the dependency (node-feature-discovery 0.19.0, values.yaml), whose own the chart repeats in part only.
        Assert.Equal(
            ["nfd.gc", "nfd.master.resources", "nfd.worker.affinity", "nfd.worker.resources"],
            ChartValues.Unknown("nvidia-device-plugin", values));
        Assert.Equal(["affinity", "config", "gfd", "nfd", "resources", "tolerations"], values.Children<JProperty>().Select(value => value.Name));
        // These two replace the chart's own, so they have to stand in the same place.
        Assert.NotNull(chart.SelectToken("affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"));
        Assert.Contains(chart["tolerations"]!, toleration => (string?)toleration["key"] == ExtendedResources.NvidiaGpu);
    }

    private static Task<ComponentRun> Run(params PoolReferenceArgs[] pools) => ComponentHarness.RunAsync(
        () => _ = new NvidiaDevicePlugin("plugin", Samples.DevicePlugin(pools), Samples.In(Samples.KubernetesProvider())));
}
