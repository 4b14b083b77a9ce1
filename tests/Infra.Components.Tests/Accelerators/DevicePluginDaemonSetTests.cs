using Infra.Components.Accelerators;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Accelerators;

/// <summary>The device plugins that we run ourselves: AMD's and Intel's for Gaudi.</summary>
public sealed class DevicePluginDaemonSetTests
{
    private const string DaemonSet = "kubernetes:apps/v1:DaemonSet";

    [Fact]
    public async Task AMD_GPUs_are_advertised_by_an_unprivileged_pod_on_every_node_of_the_pools()
    {
        var run = await Amd();

        JsonAssert.Same(
            """
            {
              "nodeSelector": { "gpu-inference/pool": "site" },
              "affinity": {
                "nodeAffinity": {
                  "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] } ] } ]
                  }
                }
              },
              "tolerations": [
                { "key": "gpu-inference/edge", "operator": "Exists", "effect": "NoSchedule" },
                { "key": "amd.com/gpu", "operator": "Exists", "effect": "NoSchedule" }
              ],
              "priorityClassName": "system-node-critical",
              "automountServiceAccountToken": false,
              "enableServiceLinks": false,
              "containers": [ {
                "name": "amd-device-plugin",
                "image": "docker.io/rocm/k8s-device-plugin:1.31.0.9",
                "resources": { "requests": { "cpu": "50m", "memory": "64Mi" } },
                "securityContext": { "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"] } },
                "volumeMounts": [ { "name": "device-plugins", "mountPath": "/var/lib/kubelet/device-plugins" }, { "name": "sys", "mountPath": "/sys" } ]
              } ],
              "volumes": [ { "name": "device-plugins", "hostPath": { "path": "/var/lib/kubelet/device-plugins" } }, { "name": "sys", "hostPath": { "path": "/sys" } } ]
            }
            """,
            run[DaemonSet, "amd-daemon-set"].Inputs.SelectToken("spec.template.spec")!);
        Assert.Equal("privileged", (string?)run["kubernetes:core/v1:Namespace", "amd-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
    }

    [Fact]
    public async Task Gaudi_needs_a_privileged_pod()
    {
        var run = await ComponentHarness.RunAsync(() => _ = new GaudiDevicePlugin(
            "gaudi", new GaudiDevicePluginArgs { Pools = [Samples.EdgePool(DeviceVendor.Gaudi)] }, Samples.In(Samples.KubernetesProvider())));
        var container = run[DaemonSet, "gaudi-daemon-set"].Inputs.SelectToken("spec.template.spec.containers[0]")!;

        Assert.Equal("vault.habana.ai/docker-k8s-device-plugin/docker-k8s-device-plugin:1.22.1-6", (string?)container["image"]);
        JsonAssert.Same("""{ "privileged": true }""", container["securityContext"]!);
        JsonAssert.Same("""[ { "name": "device-plugins", "mountPath": "/var/lib/kubelet/device-plugins" } ]""", container["volumeMounts"]!);
    }

    [Fact]
    public async Task Several_pools_are_alternatives_and_all_their_taints_tolerated()
    {
        var pod = (await Amd(Samples.EdgePool(DeviceVendor.Amd, "b"), Samples.EdgePool(DeviceVendor.Amd, "a")))[DaemonSet, "amd-daemon-set"].Inputs.SelectToken("spec.template.spec")!;

        Assert.Null(pod["nodeSelector"]);
        Assert.Equal(
            ["a", "b"],
            pod.SelectTokens("affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[*].matchExpressions[0].values[0]").Select(name => (string?)name));
        Assert.Equal(2, pod["tolerations"]!.Count());
    }

    [Fact]
    public async Task Pools_of_EC2_are_refused_with_the_reason() => Assert.Equal(
        """
        2 problems in gpu-inference:index:AmdDevicePlugin:
          amd.pools[0]: the pool 't4' has nvidia.com/gpu, not amd.com/gpu; AMD GPUs come on edge pools and existing nodes only, EC2 has no current instance type with them
          amd.pools[1]: the pool 'cpu' has no devices, not amd.com/gpu; AMD GPUs come on edge pools and existing nodes only, EC2 has no current instance type with them
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Amd(Samples.GpuPool("t4"), Samples.CpuPool()))).Message);

    private static Task<ComponentRun> Amd(params Infra.Components.Nodes.PoolReferenceArgs[] pools) => ComponentHarness.RunAsync(() => _ = new AmdDevicePlugin(
        "amd", new AmdDevicePluginArgs { Pools = pools.Length == 0 ? [Samples.EdgePool(DeviceVendor.Amd)] : [.. pools] }, Samples.In(Samples.KubernetesProvider())));
}
