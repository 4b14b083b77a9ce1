using System.Text.Json.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Projections;
using Infra.Core.Units;
using Infra.Stacks.Clusters;
using Infra.Stacks.Tests.Settings;
using Pulumi.Testing;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>
/// The system pool of each environment holds what its plan puts there. Added up from the plan, in the tests' own way: the rule counts from the
/// configuration, and both have to come to the same pods.
/// </summary>
[Collection(nameof(OneConfiguration))]
public sealed class SystemPoolRoomTests
{
    private static readonly string[] _files = [.. ShippedConfig.Files.Where(MakesACluster)];

    public static TheoryData<string> Environments => [.. _files];

    [Fact]
    public void Dev_and_prod_are_among_them_and_local_is_not() =>
        Assert.Equal(["Pulumi.dev.yaml", "Pulumi.prod.yaml"], _files.Where(file => file.StartsWith("Pulumi.", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Environments))]
    public Task The_rule_counts_the_pods_that_the_plan_of_an_environment_has(string file) => CountsThePlansPods(ShippedConfig.OfFile(file));

    // What no environment may have: a chart that the rule forgets would be found only by pods that stay pending.
    [Theory]
    [InlineData("nodeAutoscaling", """{"kind": "karpenter", "replicas": 1}""")]
    [InlineData("nodeAutoscaling", """{"kind": "clusterAutoscaler", "replicas": 1}""")]
    [InlineData("accelerators", """{"nvidia": "gpuOperator"}""")]
    [InlineData("registry", """{"artifacts": "s3://models/mlflow", "replicas": 2}""")]
    [InlineData("registry", """{"clusterDatabase": "10Gi"}""")]
    [InlineData("dns", """{"nodeLocalCache": true}""")]
    [InlineData("monitoring", """{"stack": {"replicas": 2, "memory": "3Gi"}}""")]
    [InlineData("monitoring", """{"logs": {"loki": {"replicas": 3, "memory": "512Mi"}}, "traces": {"endpoint": "https://otlp.example.com", "replicas": 3}}""")]
    [InlineData("monitoring", """{"logs": {"cloudWatch": {}}}""")]
    [InlineData("monitoring", """{"stack": {"grafana": false, "storage": {"ephemeral": true}}}""")]
    [InlineData("jobs", """[{"name": "captions", "pod": {"image": "a/b:1", "pools": ["t4"]}, "queue": {"maxJobs": 2}}]""")]
    [InlineData("accelerators", """{"featureDiscovery": true, "dcgmExporter": true}""")]
    [InlineData("pools[0].instanceTypes", """["inf2.xlarge"]""")]
    [InlineData("models", """[{"name": "chat", "backend": "kserve", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}]""")]
    [InlineData("models", """[{"name": "chat", "backend": "ray", "rollout": {"strategy": "onDelete"}, "autoscaling": {"max": 2, "concurrency": 8}, "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}]""")]
    [InlineData("rayClusters", """[{"name": "r", "pod": {"image": "a/b:1", "pools": ["t4"]}, "autoscaling": {}, "head": {"resources": {"cpu": "700m", "memory": "3Gi"}}, "workers": [{"name": "gpu", "max": 1}]}]""")]
    [InlineData("rayClusters", """[{"name": "r", "pod": {"image": "a/b:1", "pools": ["t4"]}, "head": {"pools": ["t4"], "resources": {"cpu": "1", "memory": "2Gi"}}, "workers": [{"name": "gpu"}]}]""")]
    [InlineData("trainings", """[{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"]}, "ray": {"entrypoint": "x", "workers": [{"name": "gpu"}]}}]""")]
    [InlineData("models", """[{"name": "chat", "backend": "leaderWorkerSet", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}]""")]
    [InlineData("cluster.eks.addOns", """{"foreign": ["coredns"], "further": ["aws-efs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"]}""")]
    public Task The_rule_counts_the_pods_of_whatever_is_installed(string key, string json) => CountsThePlansPods(
        SampleConfig.NewEks().With("models", "[]").With("pools[0].amiReleaseVersion", "\"1.35.0-20261101\"").With(key, json).ForEngine());

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_smallest_pool_holds_the_sum_of_all_pods(string file)
    {
        var stack = await MockedStack.OfAsync("x", ShippedConfig.OfFile(file));
        var pool = stack.Single("gpu-inference:index:SystemNodePool").Inputs;
        var nodes = (int)(double)Tree.Of(pool["minSize"]);
        var (cpu, memory, pods) = (0L, 0L, 0L);
        foreach (var pod in Landing(stack))
        {
            var count = (string?)pod["kind"] == "DaemonSet" ? nodes : (int)(double)pod["replicas"]!;
            Assert.True(CpuQuantity.TryParse((string)pod["cpu"]!, out var one) & ByteSize.TryParse((string)pod["memory"]!, out var bytes));
            (cpu, memory, pods) = (cpu + (count * one.Millicores), memory + (count * bytes.Bytes), pods + count);
        }

        // At least the agents of a node, DNS, metrics and volumes: a sum of nothing fits every pool.
        Assert.True(pods >= (5 * nodes) + 8 && cpu > 500 && memory > ByteSize.FromMebibytes(500).Bytes, $"{pods} pods ask for {cpu}m and {memory} bytes");
        foreach (var type in Tree.Of(pool["instanceTypes"]).AsArray().Select(name => InstanceCatalog.Default.All.Single(type => type.Name == (string?)name)))
        {
            // 110 is what EKS caps a small node at where pods get addresses by prefix; the kubelet's reservation grows with it.
            var node = type.AllocatableFor(110);
            Assert.True(
                cpu <= nodes * node.Cpu.Millicores && memory <= nodes * node.Memory.Bytes && pods <= nodes * 110,
                $"{nodes} {type.Name}: {pods} pods ask for {cpu}m and {memory} bytes");
        }
    }

    private static async Task CountsThePlansPods(JsonObject config)
    {
        var settings = PlatformSettings.Read(new JsonConfig(config), new())!;

        Assert.Equal(
            (await PlannedAsync(config)).Order(StringComparer.Ordinal),
            SystemPoolPods.Of(settings, settings.Cluster.Eks!).Select(pod => $"{pod.Kind} {pod.Workload} {(pod.Kind == Core.Footprints.WorkloadKind.Deployment ? pod.Replicas : 1)} {pod.Cpu} {pod.Memory}")
                .Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> PlannedAsync(JsonObject config)
    {
        var stack = await MockedStack.OfAsync("x", config);
        return Landing(stack).Select(Line).Concat(Heads(stack));
    }

    // KubeRay makes them; they have no selector either.
    private static IEnumerable<string> Heads(MockedStack stack) => stack.Resources
        .Where(resource => resource.Type!.StartsWith("kubernetes:ray.io/v1:", StringComparison.Ordinal))
        .Select(resource => Tree.Of(resource.Inputs).AsObject())
        .SelectMany(ray => PodProjections.Of(ray, _ => null).Where(pods => pods is { NodeSelector.IsEmpty: true, Least: 1, Role: "head" or "submitter" }).Select(pods => (Name: ray["metadata"]!["name"], Pods: pods)))
        .Select(one => $"Deployment {one.Name}{(one.Pods.Role == "head" ? "-head" : "")} 1 {one.Pods.Requests.Cpu} {one.Pods.Requests.Memory}");

    // Auto Mode runs what a system pool would hold on nodes of its own.
    private static bool MakesACluster(string file) =>
        Part(file, "cluster")?["eks"] is not null && (string?)Part(file, "nodeAutoscaling")?["kind"] != "autoMode";

    private static JsonNode? Part(string file, string key) => ShippedConfig.OfFile(file)[$"gpu-inference:{key}"] is { } json ? JsonNode.Parse((string)json!) : null;

    // A pod lands there that has no selector of another pool: all other pools repel it.
    private static IEnumerable<JsonNode> Landing(MockedStack stack) => stack.Resources
        .Where(resource => resource.Type!.StartsWith("gpu-inference:", StringComparison.Ordinal) && resource.Inputs.ContainsKey("footprint"))
        .SelectMany(resource => Tree.Of(resource.Inputs["footprint"]).AsArray())
        .Select(pod => pod!)
        .Where(pod => pod["selectors"]!.AsArray().Count == 0)
        .Concat(stack.Resources.Where(IsUnbound).Select(Rendered));

    // Pods that the stack writes itself, and binds to no pool; a daemon set that tolerates everything is on every node.
    private static bool IsUnbound(MockResourceArgs resource) => resource.Type switch
    {
        "kubernetes:apps/v1:Deployment" or "kubernetes:apps/v1:StatefulSet" => PodOf(resource) is { } pod && pod["nodeSelector"] is null && pod["affinity"] is null,
        "kubernetes:apps/v1:DaemonSet" => PodOf(resource)["tolerations"]!.AsArray().Any(toleration => toleration!["key"] is null),
        _ => false,
    };

    private static JsonNode PodOf(MockResourceArgs resource) => Tree.Of(resource.Inputs["spec"])["template"]!["spec"]!;

    private static JsonNode Rendered(MockResourceArgs resource)
    {
        var requests = PodOf(resource)["containers"]![0]!["resources"]!["requests"]!;
        return new JsonObject
        {
            ["kind"] = resource.Type == "kubernetes:apps/v1:DaemonSet" ? "DaemonSet" : "Deployment",
            ["workload"] = (string?)Tree.Of(resource.Inputs["metadata"])["name"],
            ["replicas"] = (double?)Tree.Of(resource.Inputs["spec"])["replicas"],
            ["cpu"] = (string?)requests["cpu"],
            ["memory"] = (string?)requests["memory"],
        };
    }

    private static string Line(JsonNode pod) => $"{pod["kind"]} {pod["workload"]} {pod["replicas"] ?? 1} {pod["cpu"]} {pod["memory"]}";
}
