using Infra.Components.RayClusters;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.RayClusters;

public sealed class RayClusterTests
{
    private const string Name = "ray-ray-cluster";

    [Fact]
    public async Task An_update_waits_for_the_head() => Assert.Equal(
        """
        gpu-inference:index:RayCluster ray
        kubernetes:core/v1:ServiceAccount ray-service-account parent=ray provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy ray-network-policy parent=ray provider=kubernetes
        kubernetes:ray.io/v1:RayCluster ray-ray-cluster parent=ray provider=kubernetes after=ray-service-account,ray-network-policy create=00:20:00 update=00:20:00
        """,
        (await RaySamples.Run(RaySamples.Cluster())).Resources());

    [SkippableFact]
    public async Task It_fits_the_definition()
    {
        foreach (var nodes in new[] { RaySamples.Nodes(), RaySamples.Nodes(new RayAutoscalingArgs { IdleTimeoutSeconds = 300, Upscaling = "Conservative" }, RaySamples.Redis) })
        {
            Assert.Equal([], CustomResourceDefinitions.Problems((await RaySamples.Run(RaySamples.Cluster(nodes))).Inputs(Name)));
        }
    }

    [Fact]
    public async Task A_change_makes_all_pods_anew_and_without_an_autoscaler_their_number_is_fixed()
    {
        var inputs = (await RaySamples.Run(RaySamples.Cluster())).Inputs(Name);
        var spec = inputs["spec"]!;

        JsonAssert.Same("""{ "pulumi.com/waitFor": "condition=HeadPodReady", "pulumi.com/deletionPropagationPolicy": "foreground" }""", inputs.SelectToken("metadata.annotations"));
        JsonAssert.Same("""{ "type": "Recreate" }""", spec["upgradeStrategy"]);
        Assert.Equal(("2.52.0", false), ((string?)spec["rayVersion"], (bool)spec["enableInTreeAutoscaling"]!));
        Assert.Null(spec["autoscalerOptions"]);
        Assert.Null(spec["gcsFaultToleranceOptions"]);
        Assert.Equal(["gpu 1 2 4", "cpu 0 0 8"], spec["workerGroupSpecs"]!.Select(Bounds));
        JsonAssert.Same("""{ "num-cpus": "2" }""", spec.SelectToken("workerGroupSpecs[0].rayStartParams"));
    }

    [Fact]
    public async Task Ray_s_autoscaler_owns_the_number_and_its_head_alone_has_a_token()
    {
        var spec = (await RaySamples.Run(RaySamples.Cluster(RaySamples.Nodes(new RayAutoscalingArgs { IdleTimeoutSeconds = 300, Upscaling = "Conservative" })))).Inputs(Name)["spec"]!;

        Assert.True((bool)spec["enableInTreeAutoscaling"]!);
        Assert.Equal(["gpu 1 - 4", "cpu 0 - 8"], spec["workerGroupSpecs"]!.Select(Bounds));
        JsonAssert.Same(
            """
            {
              "version": "v2", "idleTimeoutSeconds": 300, "upscalingMode": "Conservative",
              "resources": { "requests": { "cpu": "500m", "memory": "512Mi" }, "limits": { "memory": "512Mi" } },
              "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } },
              "volumeMounts": [ { "name": "tmp", "mountPath": "/tmp" } ]
            }
            """,
            spec["autoscalerOptions"]);
        Assert.Equal(
            [("research", true), ("research", false), ("research", false)],
            spec.SelectTokens("$..template.spec").Select(pod => ((string)pod["serviceAccountName"]!, (bool)pod["automountServiceAccountToken"]!)));
    }

    [Fact]
    public async Task The_head_computes_nothing_and_may_run_anywhere()
    {
        var head = (await RaySamples.Run(RaySamples.Cluster())).Inputs(Name).SelectToken("spec.headGroupSpec")!;
        var pod = head.SelectToken("template.spec")!;

        JsonAssert.Same("""{ "num-cpus": "0" }""", head["rayStartParams"]);
        Assert.Equal(["gcs 6379", "dashboard 8265", "client 10001"], pod.SelectTokens("containers[0].ports[*]").Select(port => $"{port["name"]} {port["containerPort"]}"));
        JsonAssert.Same("""{ "requests": { "cpu": "1", "memory": "4Gi", "ephemeral-storage": "10Gi" }, "limits": { "memory": "4Gi" } }""", pod.SelectToken("containers[0].resources"));
        Assert.Null(pod["nodeSelector"]);
        Assert.Null(pod["tolerations"]);
        JsonAssert.Same(
            """{ "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] } ] } ] } }""",
            pod.SelectToken("affinity.nodeAffinity"));
    }

    [Fact]
    public async Task A_head_with_a_GPU_is_bound_to_its_pool_and_computes()
    {
        var nodes = RaySamples.Nodes();
        var args = new RayNodesArgs { Head = new RayHeadPodArgs { Pod = RaySamples.Pod("2", "8Gi", 1, Samples.GpuPool("t4")) }, Workers = nodes.Workers };
        var head = (await RaySamples.Run(RaySamples.Cluster(args))).Inputs(Name).SelectToken("spec.headGroupSpec")!;

        JsonAssert.Same("{}", head["rayStartParams"]);
        Assert.Equal("1", head.SelectToken("template.spec.containers[0].resources.limits['nvidia.com/gpu']"));
        JsonAssert.Same("""{ "gpu-inference/pool": "t4" }""", head.SelectToken("template.spec.nodeSelector"));
    }

    [Fact]
    public async Task Workers_are_pods_of_their_pool_as_Ray_s_user()
    {
        var pod = (await RaySamples.Run(RaySamples.Cluster())).Inputs(Name).SelectToken("spec.workerGroupSpecs[0].template.spec")!;

        JsonAssert.Same("""{ "gpu-inference/pool": "t4" }""", pod["nodeSelector"]);
        Assert.Equal("nvidia.com/gpu", pod.SelectToken("tolerations[0].key"));
        Assert.Equal(("ray-worker", "Never"), ((string?)pod.SelectToken("containers[0].name"), (string?)pod["restartPolicy"]));
        JsonAssert.Same("""{ "runAsNonRoot": true, "runAsUser": 1000, "runAsGroup": 1000, "fsGroup": 1000, "seccompProfile": { "type": "RuntimeDefault" } }""", pod["securityContext"]);
        Assert.Null(pod.SelectToken("containers[0].command"));
    }

    [Fact]
    public async Task Its_pods_talk_with_each_other_the_operator_with_the_head_and_clients_with_named_ports()
    {
        var args = new RayClusterArgs { RayClusterName = "research", Namespace = "models", Nodes = RaySamples.Nodes(redis: RaySamples.Redis), ClientNamespaces = ["lab"], ClusterName = "gpu", Policy = JobSamples.Policy };
        var spec = (await RaySamples.Run(args)).Inputs("ray-network-policy")["spec"]!;

        JsonAssert.Same("""{ "matchLabels": { "app.kubernetes.io/instance": "research" } }""", spec["podSelector"]);
        Assert.Equal(
            ["""{"podSelector":{"matchLabels":{"app.kubernetes.io/instance":"research"}}} on all""", """{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"kuberay-system"}}} on 8265 52365 8000""", """{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"lab"}}} on 10001 8265 8000"""],
            spec["ingress"]!.Select(rule => $"{rule["from"]![0]!.ToString(Newtonsoft.Json.Formatting.None)} on {Ports(rule)}"));
        // DNS, HTTPS, its own pods, Redis, its namespace, the agent of Pod Identity.
        Assert.Equal(["53 53", "443", "all", "6380", "all", "80"], spec["egress"]!.Select(Ports));
    }

    [Fact]
    public async Task Nobody_else_calls_it_where_no_namespace_is_named() =>
        Assert.Equal(2, ((JArray)(await RaySamples.Run(RaySamples.Cluster())).Inputs("ray-network-policy").SelectToken("spec.ingress")!).Count);

    private static string Ports(JToken rule) => rule["ports"] is { } ports ? string.Join(' ', ports.Select(port => port["port"])) : "all";

    private static string Bounds(JToken group) => $"{group["groupName"]} {group["minReplicas"]} {group["replicas"] ?? "-"} {group["maxReplicas"]}";
}
