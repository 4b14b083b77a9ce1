using Infra.Components.Accelerators;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Accelerators;

public sealed class NeuronDevicePluginTests
{
    [Fact]
    public async Task The_release_holds_the_plugin_alone()
    {
        var run = await Run();

        JsonAssert.Same(
            """
            {
              "compat": "true",
              "name": "neuron-helm-chart",
              "chart": "oci://public.ecr.aws/neuron/neuron-helm-chart",
              "version": "1.9.0",
              "namespace": "neuron-device-plugin",
              "values": {
                "devicePlugin": {
                  "namespaceOverride": "neuron-device-plugin",
                  "affinity": {
                    "nodeAffinity": {
                      "requiredDuringSchedulingIgnoredDuringExecution": {
                        "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["inf2"] } ] } ]
                      }
                    }
                  },
                  "tolerations": [ { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" } ],
                  "resources": { "requests": { "cpu": "50m", "memory": "64Mi" } }
                },
                "npd": { "enabled": false }
              }
            }
            """,
            run["kubernetes:helm.sh/v3:Release", "neuron-release"].Inputs);
        JsonAssert.Same(
            """
            [
              {
                "workload": "neuron-device-plugin",
                "kind": "DaemonSet",
                "cpu": "50m",
                "memory": "64Mi",
                "selectors": [ { "gpu-inference/pool": "inf2" } ],
                "tolerations": [ { "key": "nvidia.com/gpu", "effect": "NoSchedule" } ],
                "hostAccess": [ "Paths" ],
                "source": "neuron-helm-chart 1.9.0, templates/device-plugin/device-plugin-daemonset.yaml; requests in our values"
              }
            ]
            """,
            run["gpu-inference:index:NeuronDevicePlugin", "neuron"].Inputs["footprint"]);
    }

    private static Task<ComponentRun> Run() => ComponentHarness.RunAsync(() => _ = new NeuronDevicePlugin(
        "neuron", new NeuronDevicePluginArgs { Pools = [Samples.GpuPool("inf2")] }, Samples.In(Samples.KubernetesProvider())));
}
