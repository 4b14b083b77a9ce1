using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Ten percent of the requests for what is tried, on every backend; and nothing of it with 0 and with 100.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class CanaryOnBackendTests
{
    private const string Llm = """ "runtime": "vllm", "source": "s3://models/1", "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"} """;
    private const string Files = """ "runtime": "tensorflow-serving", "source": "s3://models/1" """;
    private const string Application = """ "runtime": "container", "container": {"image": "registry.example.com/classifier:1.0.0"}, "ray": {"importPath": "classifier:app", "deployment": "Classifier"} """;
    private const string NextFiles = """ "source": "s3://models/2" """;
    private const string NextImage = """ "container": {"image": "registry.example.com/classifier:2.0.0"} """;

    public static TheoryData<string, string, string, string, string, int> Backends => new()
    {
        { "plain", Files, NextFiles, "apps/v1:Deployment NAME-deployment", "NAME", 8501 },
        { "kserve", Files, NextFiles, "serving.kserve.io/v1beta1:InferenceService NAME-inference-service", "NAME-predictor", 80 },
        { "llmInferenceService", Llm, NextFiles, "serving.kserve.io/v1alpha2:LLMInferenceService NAME-llm-inference-service", "NAME-kserve-workload-svc", 8000 },
        { "ray", Application, NextImage, "ray.io/v1:RayService NAME-ray-service", "NAME", 8000 },
        { "leaderWorkerSet", Llm, NextFiles, "leaderworkerset.x-k8s.io/v1:LeaderWorkerSet NAME-leader-worker-set", "NAME", 8000 },
    };

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_tenth_of_the_requests_goes_to_a_second_workload(string backend, string model, string next, string workload, string service, int port)
    {
        var stack = await With(backend, model, next, 10);

        Assert.Equal(
            new[] { "image-classifier-candidate", "image-classifier" }.Select(name => $"kubernetes:{workload.Replace("NAME", name, StringComparison.Ordinal)}"),
            stack.Resources.Select(resource => $"{resource.Type} {resource.Name}").Where(resource => resource.StartsWith($"kubernetes:{workload.Split(' ')[0]} ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Tree.Equal(
            $$"""[{"name": "{{Named(service, "image-classifier")}}", "port": {{port}}, "weight": 90}, {"name": "{{Named(service, "image-classifier-candidate")}}", "port": {{port}}, "weight": 10}]""",
            Tree.Of(stack.Single("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "image-classifier-route").Inputs["spec"])["rules"]![0]!["backendRefs"]);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Without_a_share_there_is_no_second_workload(string backend, string model, string next, string workload, string service, int port)
    {
        _ = (workload, service, port);

        Assert.Equal(All(await With(backend, model, null, 0)), All(await With(backend, model, next, 0)));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task With_everything_the_model_is_what_was_tried(string backend, string model, string next, string workload, string service, int port)
    {
        _ = (workload, service, port);
        var changed = model.Replace("s3://models/1", "s3://models/2", StringComparison.Ordinal).Replace("classifier:1.0.0", "classifier:2.0.0", StringComparison.Ordinal);

        Assert.Equal(All(await With(backend, changed, null, 0)), All(await With(backend, model, next, 100)));
    }

    private static string Named(string service, string name) => service.Replace("NAME", name, StringComparison.Ordinal);

    private static IEnumerable<string> All(MockedStack stack) =>
        stack.Resources.Select(resource => $"{resource.Type} {resource.Name} {Tree.Of(resource.Inputs).ToJsonString()}").Order(StringComparer.Ordinal);

    private static Task<MockedStack> With(string backend, string model, string? next, int weight)
    {
        var rollout = next is null ? "" : $$""", "rollout": {"strategy": "canary", "weight": {{weight}}, "candidate": { {{next}} } }""";
        return MockedStack.OfAsync("x", SampleConfig.Eks()
            .With("pools[0].capacity.max", "9")
            .With("models[0]", $$"""{"name": "image-classifier", "backend": "{{backend}}", {{model}}, "pools": ["t4"], "replicas": 2, "expose": {"via": "gateway", "host": "models.example.com"}{{rollout}} }""")
            .ForEngine());
    }
}
