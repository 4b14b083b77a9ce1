using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Nodes;

public sealed class HeadroomTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    [Fact]
    public async Task A_place_has_the_size_of_a_models_pod_and_goes_first()
    {
        var deployment = (await Run(Samples.Headroom()))[Deployment, "headroom-t4"].Inputs;

        Assert.Equal(("t4", "gpu-inference-headroom", "true", 2), (
            (string?)deployment.SelectToken("metadata.name"),
            (string?)deployment.SelectToken("metadata.namespace"),
            (string?)deployment.SelectToken("metadata.annotations['pulumi.com/skipAwait']"),
            (int?)deployment.SelectToken("spec.replicas")));
        JsonAssert.Same(
            """
            {
              "priorityClassName": "gpu-inference-headroom",
              "automountServiceAccountToken": false,
              "enableServiceLinks": false,
              "terminationGracePeriodSeconds": 0,
              "securityContext": { "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001, "seccompProfile": { "type": "RuntimeDefault" } },
              "containers": [
                {
                  "name": "pause",
                  "image": "registry.k8s.io/pause:3.10.1",
                  "resources": {
                    "requests": { "cpu": "1", "memory": "1Gi", "nvidia.com/gpu": "1" },
                    "limits": { "nvidia.com/gpu": "1" }
                  },
                  "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } }
                }
              ],
              "nodeSelector": { "gpu-inference/pool": "t4" },
              "affinity": {
                "nodeAffinity": {
                  "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64", "arm64"] } ] } ]
                  }
                }
              },
              "tolerations": [
                { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
                { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
              ]
            }
            """,
            deployment.SelectToken("spec.template.spec"));
    }

    [Fact]
    public async Task A_pool_without_accelerators_has_room_for_processors_alone()
    {
        var run = await Run(new HeadroomArgs { Pools = [new PoolHeadroomArgs { Pool = Samples.CpuPool(), Replicas = 1, Cpu = "2", Memory = "4Gi" }] });

        JsonAssert.Same(
            """{ "requests": { "cpu": "2", "memory": "4Gi" } }""",
            run[Deployment, "headroom-cpu"].Inputs.SelectToken("spec.template.spec.containers[0].resources"));
    }

    [Fact]
    public async Task Its_namespace_holds_it_to_the_strictest_level() => Assert.Equal(
        "restricted",
        (string?)(await Run(Samples.Headroom()))["kubernetes:core/v1:Namespace", "headroom-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));

    [Fact]
    public async Task No_places_and_fewer_than_no_devices_are_refused()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new HeadroomArgs
        {
            Pools = [new PoolHeadroomArgs { Pool = Samples.GpuPool("t4"), Replicas = 0, Devices = -1 }],
        }));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:Headroom:
              headroom.pools[0].replicas: 0 is less than 1; leave out the pool to hold no room on it
              headroom.pools[0].devices: -1 is less than 0
            """,
            error.Message);
    }

    [Fact]
    public async Task The_classes_are_those_that_the_pods_name()
    {
        var run = await ComponentHarness.RunAsync(
            () => _ = new SchedulingPriorities("priorities", new SchedulingPrioritiesArgs(), Samples.In(Samples.KubernetesProvider())));
        var classes = run.Registrations.Where(r => r.Type == "kubernetes:scheduling.k8s.io/v1:PriorityClass").Select(r => r.Inputs).ToArray();

        Assert.Equal(
            ["gpu-inference-critical 100000 PreemptLowerPriority", "gpu-inference-spot -1 Never", "gpu-inference-headroom -5 Never"],
            classes.Select(c => $"{c["metadata"]!["name"]} {c["value"]} {c["preemptionPolicy"]}"));
        Assert.All(classes, c => Assert.False((bool?)c["globalDefault"]));
        Assert.Contains(PriorityClasses.Headroom, classes.Select(c => (string?)c["metadata"]!["name"]));
    }

    private static Task<ComponentRun> Run(HeadroomArgs args) =>
        ComponentHarness.RunAsync(() => _ = new Headroom("headroom", args, Samples.In(Samples.KubernetesProvider())));
}
