using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What keeps models running is installed once, where a model names it, and before the model.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class BackendStackTests
{
    private const string Llm = """ "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"} """;

    [Theory]
    [InlineData("plain", "")]
    [InlineData("kserve", "CertManager KServeOperator")]
    [InlineData("llmInferenceService", "CertManager KServeOperator")]
    [InlineData("ray", "KubeRayOperator")]
    [InlineData("leaderWorkerSet", "LeaderWorkerSetOperator")]
    public async Task A_backend_brings_its_operator_once(string backend, string operators)
    {
        var stack = await With($$"""{"name": "chat", "backend": "{{backend}}", {{Llm}}}""", $$"""{"name": "code", "backend": "{{backend}}", {{Llm}}}""");

        Assert.Equal(operators.Split(' ', StringSplitOptions.RemoveEmptyEntries), Operators(stack));
    }

    [Theory]
    [InlineData("kserve", false)]
    [InlineData("llmInferenceService", true)]
    public async Task KServe_s_controller_of_language_models_is_there_for_those_that_name_it(string backend, bool isThere)
    {
        var stack = await With($$"""{"name": "chat", "backend": "kserve", {{Llm}}}""", $$"""{"name": "code", "backend": "{{backend}}", {{Llm}}}""");

        Assert.Equal(["CertManager", "KServeOperator"], Operators(stack));
        Assert.Equal(isThere, stack.Resources.Any(resource => resource.Name == "kserve-llm-release"));
    }

    [Fact]
    public async Task A_cluster_with_cert_manager_gets_no_second_one()
    {
        var config = Config($$"""{"name": "chat", "backend": "kserve", {{Llm}}}""");
        config["gpu-inference:backends"] = """{"kserve": {"certManager": false}}""";

        Assert.Equal(["KServeOperator"], Operators(await MockedStack.OfAsync("x", config)));
    }

    [Fact]
    public async Task A_head_keeps_its_state_in_the_Redis_of_the_environment()
    {
        var config = Config($$"""{"name": "chat", "backend": "ray", "autoscaling": {"min": 1, "max": 2, "concurrency": 8}, {{Llm}}}""");
        config["gpu-inference:backends"] = """{"ray": {"redis": {"host": "state.example.com", "passwordSecret": "redis"}}}""";
        var cluster = Tree.Of((await MockedStack.OfAsync("x", config)).Single("kubernetes:ray.io/v1:RayService").Inputs["spec"])["rayClusterConfig"]!;

        Tree.Equal(
            """{"redisAddress": "rediss://state.example.com:6379", "redisPassword": {"valueFrom": {"secretKeyRef": {"name": "redis", "key": "password"}}}}""",
            cluster["gcsFaultToleranceOptions"]);
        Assert.Equal((1, 2), ((int)(double)cluster["workerGroupSpecs"]![0]!["minReplicas"]!, (int)(double)cluster["workerGroupSpecs"]![0]!["maxReplicas"]!));
    }

    [Fact]
    public async Task An_application_of_one_s_own_runs_on_Ray()
    {
        var stack = await With(
            """{"name": "mobilenet", "backend": "ray", "runtime": "container", "pools": ["t4"], "container": {"image": "registry.example.com/app:1"}, "ray": {"importPath": "mobilenet:app", "deployment": "Classifier"}}""");
        var config = JsonNode.Parse((string)Tree.Of(stack.Single("kubernetes:ray.io/v1:RayService").Inputs["spec"])["serveConfigV2"]!)!;

        Assert.Equal("mobilenet:app", (string?)config["applications"]![0]!["import_path"]);
    }

    [Theory]
    [InlineData("""{"name": "chat", "backend": "ray", "autoscaling": {"max": 2, "cpuPercent": 70}, LLM}""",
        "gpu-inference:models[1].autoscaling.cpuPercent: the backend ray can't have autoscaling on CPU use; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or autoscaling.cpuPercent")]
    [InlineData("""{"name": "chat", "backend": "ray", "replicas": 0, LLM}""",
        "gpu-inference:models[1].replicas: the backend ray can't have 0 replicas; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or replicas")]
    [InlineData("""{"name": "chat", "backend": "ray", "runtime": "container", "pools": ["t4"], "container": {"image": "registry.example.com/app:1"}}""",
        "gpu-inference:models[1].container: the backend ray can't have a container that isn't a Ray Serve application; these can: plain, kserve; change backend or container")]
    public void What_a_backend_lacks_is_refused_with_those_that_have_it(string model, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("models[1]", model.Replace("LLM", Llm, StringComparison.Ordinal)).Problems());

    [Theory]
    [InlineData("kserve")]
    [InlineData("kuberay-system")]
    [InlineData("lws-system")]
    [InlineData("cert-manager")]
    public void The_operators_namespaces_are_nobody_else_s(string name) => Assert.Equal(
        $"gpu-inference:namespace: '{name}' belongs to the cluster or to others; the stack owns its namespace, so name one of its own",
        SampleConfig.Eks().With("namespace", $"\"{name}\"").Problems());

    private static IEnumerable<string> Operators(MockedStack stack) => stack.Resources
        .Select(resource => resource.Type!)
        .Where(type => type.StartsWith("gpu-inference:", StringComparison.Ordinal) && (type.EndsWith("Operator", StringComparison.Ordinal) || type.EndsWith("CertManager", StringComparison.Ordinal)))
        .Select(type => type.Split(':')[^1])
        .Order(StringComparer.Ordinal);

    private static Task<MockedStack> With(params string[] models) => MockedStack.OfAsync("x", Config(models));

    private static JsonObject Config(params string[] models)
    {
        // A second cluster of Ray needs the GPUs twice while it takes over.
        var config = SampleConfig.Eks().With("pools[0].capacity.max", "4").ForEngine();
        config["gpu-inference:models"] = $"[{string.Join(", ", models)}]";
        return config;
    }
}
