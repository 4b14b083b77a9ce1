using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The image classifier of the shipped environments is bound to its pool by the pool's own labels and taints.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class ClassifierTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Name = "image-classifier-deployment";

    [Fact]
    public async Task It_selects_the_pool_tolerates_its_taint_and_asks_for_one_GPU()
    {
        var spec = Tree.Of((await MockedStack.OfAsync("dev")).Single(Deployment, Name).Inputs["spec"]);
        var pod = spec["template"]!["spec"]!;

        Assert.Null(spec["replicas"]);
        Tree.Equal("""{"gpu-inference/pool": "t4"}""", pod["nodeSelector"]);
        Tree.Equal("""[{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]""", pod["tolerations"]);
        Tree.Equal("""{"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"]}]}]}}}""", pod["affinity"]);
        Tree.Equal(
            """{"cpu": "2", "memory": "4Gi", "ephemeral-storage": "2304Mi", "nvidia.com/gpu": "1"}""",
            pod["containers"]![0]!["resources"]!["requests"]);
    }

    [Fact]
    public async Task In_production_it_may_run_on_either_T4_pool_and_prefers_spot()
    {
        var pod = Tree.Of((await MockedStack.OfAsync("prod")).Single(Deployment, Name).Inputs["spec"])["template"]!["spec"]!;
        var affinity = pod["affinity"]!["nodeAffinity"]!;

        Assert.Null(pod["nodeSelector"]);
        Tree.Equal(
            """
            [
              {"matchExpressions": [{"key": "gpu-inference/pool", "operator": "In", "values": ["t4"]}, {"key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"]}]},
              {"matchExpressions": [{"key": "gpu-inference/pool", "operator": "In", "values": ["t4-on-demand"]}, {"key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"]}]}
            ]
            """,
            affinity["requiredDuringSchedulingIgnoredDuringExecution"]!["nodeSelectorTerms"]);
        Tree.Equal(
            """
            [
              {"weight": 100, "preference": {"matchExpressions": [{"key": "gpu-inference/pool", "operator": "In", "values": ["t4"]}]}},
              {"weight": 99, "preference": {"matchExpressions": [{"key": "gpu-inference/pool", "operator": "In", "values": ["t4-on-demand"]}]}}
            ]
            """,
            affinity["preferredDuringSchedulingIgnoredDuringExecution"]);
        Tree.Equal("""[{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]""", pod["tolerations"]);
    }

    [Theory]
    [InlineData("dev", "t4")]
    [InlineData("prod", "t4 t4-on-demand")]
    public async Task What_it_selects_and_tolerates_is_what_its_node_groups_have(string environment, string pools)
    {
        var stack = await MockedStack.OfAsync(environment);
        var pod = Tree.Of(stack.Single(Deployment, Name).Inputs["spec"])["template"]!["spec"]!;
        var groups = stack.Resources.Where(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup").Select(group => Tree.Of(group.Inputs));

        Assert.Equal(pools, string.Join(' ', groups.Where(group => NodeFit.Of(pod).Lands(group)).Select(group => (string)group["labels"]!["gpu-inference/pool"]!).Distinct()));
    }

    [Fact]
    public async Task Its_node_group_has_the_taint_of_GPU_nodes()
    {
        var nodeGroup = Tree.Of((await MockedStack.OfAsync("dev")).Single("aws:eks/nodeGroup:NodeGroup", "t4-node-group").Inputs);

        Tree.Equal("""[{"key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE"}]""", nodeGroup["taints"]);
    }

    [Fact]
    public async Task A_further_taint_of_the_pool_is_tolerated_by_model_and_device_plugin()
    {
        var config = ShippedConfig.Of("dev");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["taints"] = JsonNode.Parse("""[{"key": "team", "value": "vision", "effect": "NoExecute"}]""");
        config["gpu-inference:pools"] = pools.ToJsonString();
        var stack = await MockedStack.OfAsync("dev", config);
        const string Tolerations = """
            [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}, {"key": "team", "operator": "Exists", "effect": "NoExecute"}]
            """;

        Tree.Equal(
            """[{"key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE"}, {"key": "team", "value": "vision", "effect": "NO_EXECUTE"}]""",
            Tree.Of(stack.Single("aws:eks/nodeGroup:NodeGroup", "t4-node-group").Inputs["taints"]));
        Tree.Equal(Tolerations, Tree.Of(stack.Single(Deployment, Name).Inputs["spec"])["template"]!["spec"]!["tolerations"]);
        Tree.Equal(Tolerations, Tree.Of(stack.Single("kubernetes:helm.sh/v3:Release", "nvidia-device-plugin-release").Inputs["values"])["tolerations"]);
    }

    [Fact]
    public async Task On_a_local_cluster_it_runs_on_CPU_with_one_replica()
    {
        var spec = Tree.Of((await MockedStack.OfAsync("local")).Single(Deployment, Name).Inputs["spec"]);
        var pod = spec["template"]!["spec"]!;

        Assert.Equal(1, (double)spec["replicas"]!);
        Tree.Equal("""{"kubernetes.io/os": "linux"}""", pod["nodeSelector"]);
        Assert.Null(pod["tolerations"]);
        Tree.Equal(
            """{"cpu": "1", "memory": "2Gi", "ephemeral-storage": "1280Mi"}""",
            pod["containers"]![0]!["resources"]!["requests"]);
    }

    [Theory]
    [InlineData("dev", 1, 2, "cpu 60")]
    [InlineData("prod", 2, 8, "cpu 60")]
    public async Task Its_autoscaler_has_the_bounds_and_targets_of_the_configuration(string environment, int min, int max, string targets)
    {
        var spec = Tree.Of((await MockedStack.OfAsync(environment)).Single("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "image-classifier-autoscaler").Inputs["spec"]);

        Assert.Equal((min, max), ((double)spec["minReplicas"]!, (double)spec["maxReplicas"]!));
        Tree.Equal("""{"apiVersion": "apps/v1", "kind": "Deployment", "name": "image-classifier"}""", spec["scaleTargetRef"]);
        Assert.Equal(targets, string.Join(", ", spec["metrics"]!.AsArray().Select(metric =>
            $"{metric!["resource"]!["name"]} {metric["resource"]!["target"]!["averageUtilization"]}")));
    }
}
