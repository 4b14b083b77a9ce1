using Infra.Components.Accelerators;
using Infra.Components.Tests.Helm;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Accelerators;

public sealed class EfaDevicePluginTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task The_daemon_set_runs_on_the_pools_nodes_instead_of_a_list_of_instance_types() => JsonAssert.Same(
        """
        {
          "compat": "true",
          "name": "aws-efa-k8s-device-plugin",
          "chart": "aws-efa-k8s-device-plugin",
          "version": "v0.5.30",
          "repositoryOpts": { "repo": "https://aws.github.io/eks-charts" },
          "namespace": "efa-device-plugin",
          "values": {
            "supportedInstanceLabels": { "keys": ["gpu-inference/pool"], "values": ["a100", "h100"] },
            "tolerations": [ { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" } ],
            "resources": { "requests": { "cpu": "10m", "memory": "20Mi" } }
          }
        }
        """,
        (await Run())[Release, "efa-release"].Inputs);

    [Fact]
    public async Task A_cluster_without_a_way_out_takes_the_image_from_its_own_region() => JsonAssert.Same(
        """{ "repository": "602401143452.dkr.ecr.eu-central-1.amazonaws.com/eks/aws-efa-k8s-device-plugin" }""",
        (await Run("602401143452.dkr.ecr.eu-central-1.amazonaws.com/eks/aws-efa-k8s-device-plugin"))[Release, "efa-release"].Inputs["values"]!["image"]);

    [Fact]
    public async Task Its_pods_are_declared() => JsonAssert.Same(
        """
        [
          {
            "workload": "aws-efa-k8s-device-plugin",
            "kind": "DaemonSet",
            "cpu": "10m",
            "memory": "20Mi",
            "selectors": [ { "gpu-inference/pool": "a100" }, { "gpu-inference/pool": "h100" } ],
            "tolerations": [ { "key": "CriticalAddonsOnly" }, { "key": "nvidia.com/gpu", "effect": "NoSchedule" } ],
            "hostAccess": [ "Paths", "Network", "Privileges" ],
            "source": "aws-efa-k8s-device-plugin v0.5.30, templates/daemonset.yaml; requests in our values"
          }
        ]
        """,
        (await Run())["gpu-inference:index:EfaDevicePlugin", "efa"].Inputs["footprint"]);

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows() =>
        Assert.Empty(ChartValues.Unknown("aws-efa-k8s-device-plugin", (await Run("x"))[Release, "efa-release"].Inputs["values"]!));

    private static Task<ComponentRun> Run(string? image = null) => ComponentHarness.RunAsync(() => _ = new EfaDevicePlugin(
        "efa",
        new EfaDevicePluginArgs { Pools = [Samples.GpuPool("h100"), Samples.GpuPool("a100")], ImageRepository = image },
        Samples.In(Samples.KubernetesProvider())));
}
