using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Clusters of Ray and trainings on them as an environment has them.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class RayStackTests
{
    private const string Cluster = """{"name": "research", "pod": {"image": "a/ray:1", "pools": ["t4"], "reads": {"DATA": "s3://models/data"}}, "rayVersion": "2.53.0", "workers": [{"name": "gpu", "min": 0, "max": 2}, {"name": "big", "gpus": 0, "resources": {"cpu": "3", "memory": "6Gi"}, "replicas": 1}]}""";
    private const string Training = """{"name": "finetune", "pod": {"image": "a/ray:1", "pools": ["t4"]}, "run": "3", "keepFinished": "10m", "checkpoints": "s3://models/checkpoints", "ray": {"entrypoint": "python train.py", "suspend": true, "runtimeEnvironment": {"pip": ["datasets==4.1.1"], "environment": {"EPOCHS": "3"}, "workingDir": "https://example.com/code.zip"}, "workers": [{"name": "gpu"}]}}""";

    [Theory]
    [InlineData("rayClusters", Cluster, 1)]
    [InlineData("trainings", Training, 1)]
    [InlineData("trainings", """{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"]}}""", 0)]
    public async Task KubeRay_is_there_for_whatever_runs_on_Ray(string key, string entry, int operators) => Assert.Equal(
        operators, (await Stack(key, entry)).Resources.Count(resource => resource.Type == "gpu-inference:index:KubeRayOperator"));

    [Fact]
    public async Task Groups_have_from_the_pod_what_they_do_not_say()
    {
        var stack = await Stack("rayClusters", Cluster);
        var spec = Tree.Of(stack.Single("kubernetes:ray.io/v1:RayCluster").Inputs["spec"]);
        var groups = spec["workerGroupSpecs"]!.AsArray();

        Assert.Equal("2.53.0", (string?)spec["rayVersion"]);
        Assert.Equal(["gpu 0 0 2", "big 1 1 1"], groups.Select(group => $"{group!["groupName"]} {group["minReplicas"]} {group["replicas"]} {group["maxReplicas"]}"));
        Assert.Equal(["2 4Gi 1", "3 6Gi "], groups.Select(group => Container(group!)["resources"]!["requests"]!).Select(requests => $"{requests["cpu"]} {requests["memory"]} {requests["nvidia.com/gpu"]}"));
        Assert.All(groups.Append(spec["headGroupSpec"]), group => Assert.Contains(Container(group!)["env"]!.AsArray(), variable => (string?)variable!["name"] == "DATA"));
        Assert.Contains("arn:models-bucket/data/*", (string?)Tree.Of(stack.Single("aws:iam/rolePolicy:RolePolicy", "research-policy").Inputs["policy"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_on_Ray_is_a_RayJob()
    {
        var stack = await Stack("trainings", Training);
        var spec = Tree.Of(stack.Single("kubernetes:ray.io/v1:RayJob").Inputs["spec"]);

        Assert.Equal(
            ("python train.py", "3", "600", "true"),
            ((string?)spec["entrypoint"], $"{spec["backoffLimit"]}", $"{spec["ttlSecondsAfterFinished"]}", $"{spec["suspend"]}"));
        Assert.Equal("""{"working_dir":"https://example.com/code.zip","pip":["datasets==4.1.1"],"env_vars":{"EPOCHS":"3"}}""", (string?)spec["runtimeEnvYAML"]);
        Assert.Equal("s3://models-bucket-id/checkpoints", (string?)Container(spec["rayClusterSpec"]!["headGroupSpec"]!)["env"]![0]!["value"]);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type is "kubernetes:batch/v1:Job" or "kubernetes:batch/v1:CronJob");
    }

    [Fact]
    public async Task Heads_of_models_run_where_the_environment_says()
    {
        var config = SampleConfig.Eks()
            .With("models", """[{"name": "chat", "backend": "ray", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}]""")
            .With("backends", """{"ray": {"head": {"pools": ["t4"], "resources": {"cpu": "500m", "memory": "3Gi"}}}}""");
        var head = Tree.Of((await MockedStack.OfAsync("x", config.ForEngine())).Single("kubernetes:ray.io/v1:RayService").Inputs["spec"])["rayClusterConfig"]!["headGroupSpec"]!["template"]!["spec"]!;

        Tree.Equal("""{"gpu-inference/pool": "t4"}""", head["nodeSelector"]);
        Tree.Equal("""{"requests": {"cpu": "500m", "memory": "3Gi"}, "limits": {"memory": "3Gi"}}""", head["containers"]![0]!["resources"]);
    }

    [Theory]
    [InlineData("rayClusters", Cluster, "research")]
    [InlineData("trainings", Training, "finetune")]
    public async Task What_runs_on_Ray_is_scraped_where_somebody_scrapes(string key, string entry, string name)
    {
        var config = SampleConfig.Eks().With("pools[0].capacity", """{"min": 0, "max": 8}""").With(key, $"[{entry}]");

        var watched = await MockedStack.OfAsync("x", config.With("monitoring", """{"prometheusOperator": {"namespace": "watch"}}""").ForEngine());
        var alone = await MockedStack.OfAsync("x", config.With("monitoring", "{}").ForEngine());

        Tree.Equal("[8080]", new JsonArray([.. Tree.Of(watched.Single("kubernetes:monitoring.coreos.com/v1:PodMonitor", $"{name}-monitor").Inputs["spec"])["podMetricsEndpoints"]!.AsArray().Select(endpoint => endpoint!["portNumber"]!.DeepClone())]));
        Assert.Contains("\"watch\"", Tree.Of(watched.Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"{name}-network-policy").Inputs["spec"]).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(alone.Resources, resource => resource.Type == "kubernetes:monitoring.coreos.com/v1:PodMonitor");
        Assert.DoesNotContain("8080", Tree.Of(alone.Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"{name}-network-policy").Inputs["spec"]).ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Container(JsonNode group) => group["template"]!["spec"]!["containers"]![0]!;

    private static Task<MockedStack> Stack(string key, string entry) => MockedStack.OfAsync("x", SampleConfig.Eks().With("pools[0].capacity", """{"min": 0, "max": 8}""").With(key, $"[{entry}]").ForEngine());
}
