using Infra.Components.Accelerators;
using Infra.Components.Nodes;
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
    public async Task The_component_shows_its_pools()
    {
        var run = await Run(Samples.GpuPool("t4"));

        JsonAssert.Same(
            """
            {
              "namespace": "nvidia-device-plugin",
              "pools": [
                {
                  "name": "t4",
                  "selector": { "gpu-inference/pool": "t4" },
                  "taints": [ { "key": "nvidia.com/gpu", "value": "present", "effect": "NoSchedule" } ],
                  "deviceResource": "nvidia.com/gpu"
                }
              ]
            }
            """,
            run["gpu-inference:index:NvidiaDevicePlugin", "plugin"].Inputs);
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
        var values = (await Run(Samples.GpuPool("t4")))[Release, "plugin-release"].Inputs["values"]!;

        Assert.Equal(["affinity", "resources", "tolerations"], values.Children<JProperty>().Select(value => value.Name));
        Assert.All(values.Children<JProperty>(), value => Assert.Equal(chart[value.Name]?.Type, value.Value.Type));
        // These two replace the chart's own, so they have to stand in the same place.
        Assert.NotNull(chart.SelectToken("affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"));
        Assert.Contains(chart["tolerations"]!, toleration => (string?)toleration["key"] == ExtendedResources.NvidiaGpu);
    }

    private static Task<ComponentRun> Run(params PoolReferenceArgs[] pools) => ComponentHarness.RunAsync(
        () => _ = new NvidiaDevicePlugin("plugin", Samples.DevicePlugin(pools), Samples.In(Samples.KubernetesProvider())));
}
