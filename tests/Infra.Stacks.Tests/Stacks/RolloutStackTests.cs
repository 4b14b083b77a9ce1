using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>From a rollout in the configuration to the objects: a whole second model, and nothing of it before and after.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class RolloutStackTests
{
    private const string Canary = """{"strategy": "canary", "weight": 10, "candidate": {"source": "s3://models/resnet/2"}}""";

    // S0.5: ten percent for the next version of the image classifier, which keeps all it has.
    [Fact]
    public async Task A_candidate_is_a_model_of_its_own_that_answers_for_the_same_name()
    {
        var stack = await With(Canary);
        var candidate = Tree.Of(stack.Single("gpu-inference:index:InferenceService", "resnet-candidate").Inputs);

        Assert.Equal(("resnet-candidate", "resnet", 1), ((string?)candidate["model"], (string?)candidate["sharedName"], (int)(double)candidate["replicas"]!));
        Tree.Equal("[]", candidate["shares"]);
        Tree.Equal(
            """[{"service": "resnet", "port": 8501, "grpcPort": 8500, "weight": 90}, {"service": "resnet-candidate", "port": 8501, "grpcPort": 8500, "weight": 10}]""",
            Tree.Of(stack.Single("gpu-inference:index:InferenceService", "resnet").Inputs["shares"]));
        Assert.Equal(
            [
                "kubernetes:apps/v1:Deployment resnet-candidate-deployment", "kubernetes:core/v1:Service resnet-candidate-service", "kubernetes:core/v1:ServiceAccount resnet-candidate-service-account",
                "kubernetes:core/v1:ConfigMap resnet-candidate-config", "kubernetes:networking.k8s.io/v1:NetworkPolicy resnet-candidate-network-policy",
                "kubernetes:policy/v1:PodDisruptionBudget resnet-candidate-disruption-budget", "gpu-inference:index:InferenceService resnet-candidate", "gpu-inference:index:PodIdentityRole resnet-candidate-reader",
            ],
            Names(stack).Where(name => name.Contains(" resnet-candidate", StringComparison.Ordinal) && !name.StartsWith("aws:", StringComparison.Ordinal)).ToHashSet());
        Assert.Equal("resnet", (string?)Pod(stack, "resnet-candidate")["containers"]![0]!["env"]!.AsArray().Single(variable => (string?)variable!["name"] == "MODEL_NAME")!["value"]);
    }

    [Fact]
    public async Task Before_a_candidate_is_tried_the_model_is_what_it_was() => Assert.Equal(All(await With(null)), All(await With(Canary.Replace("10", "0", StringComparison.Ordinal))));

    [Fact]
    public async Task A_candidate_that_was_tried_is_the_model() => Assert.Equal(
        All(await With(null, "s3://models/resnet/2")),
        All(await With(Canary.Replace("10", "100", StringComparison.Ordinal))));

    // What a preview shows when somebody changes "weight: 10" to "weight: 0".
    [Fact]
    public async Task Going_back_takes_the_candidate_away_and_nothing_else()
    {
        var before = All(await With(Canary)).ToHashSet();
        var after = All(await With(Canary.Replace("10", "0", StringComparison.Ordinal))).ToHashSet();

        Assert.All(before.Except(after), resource => Assert.True(resource.Contains(" resnet-candidate", StringComparison.Ordinal) || resource.StartsWith("gpu-inference:index:InferenceService resnet ", StringComparison.Ordinal), resource));
        Assert.Equal(["gpu-inference:index:InferenceService resnet"], after.Except(before).Select(resource => string.Join(' ', resource.Split(' ')[..2])));
    }

    [Theory]
    [InlineData("stable", "resnet")]
    [InlineData("candidate", "resnet-candidate")]
    public async Task Blue_and_green_run_in_full_and_one_line_says_who_is_live(string live, string service)
    {
        var stack = await With($$"""{"strategy": "blueGreen", "live": "{{live}}", "candidate": {"source": "s3://models/resnet/2"} }""");

        Tree.Equal($$"""[{"service": "{{service}}", "port": 8501, "grpcPort": 8500, "weight": 100}]""", Tree.Of(stack.Single("gpu-inference:index:InferenceService", "resnet").Inputs["shares"]));
        Assert.Equal([4, 4], new[] { "resnet", "resnet-candidate" }.Select(name => (int)(double)Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", $"{name}-deployment").Inputs["spec"])["replicas"]!));
    }

    [Fact]
    public async Task Pods_are_added_where_the_pool_has_room_and_somebody_asks()
    {
        var strategy = Tree.Of((await With("""{"maxSurge": 2}""")).Single("kubernetes:apps/v1:Deployment", "resnet-deployment").Inputs["spec"])["strategy"];

        Tree.Equal("""{"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 2, "maxUnavailable": 0}}""", strategy);
    }

    // A scaler of its own for each of the two, and none of them counts the other's pods.
    [Fact]
    public async Task Stable_model_and_candidate_are_scaled_each_by_itself()
    {
        var config = Config(Canary, "s3://models/resnet/1");
        var model = JsonNode.Parse((string)config["gpu-inference:models"]!)![0]!;
        model.AsObject().Remove("replicas");
        model["autoscaling"] = JsonNode.Parse("""{"min": 2, "max": 11, "cpuPercent": 70}""");
        config["gpu-inference:models"] = $"[{model.ToJsonString()}]";
        config["gpu-inference:pools"] = ((string)config["gpu-inference:pools"]!).Replace("\"max\":9", "\"max\":13", StringComparison.Ordinal);
        var stack = await MockedStack.OfAsync("x", config);

        Assert.Equal(
            [("resnet-candidate", 1, 2), ("resnet", 2, 11)],
            stack.Resources.Where(resource => resource.Type == "kubernetes:autoscaling/v2:HorizontalPodAutoscaler").Select(resource => Tree.Of(resource.Inputs["spec"]))
                .Select(spec => ((string)spec["scaleTargetRef"]!["name"]!, (int)(double)spec["minReplicas"]!, (int)(double)spec["maxReplicas"]!)));
    }

    private static JsonNode Pod(MockedStack stack, string model) => Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", $"{model}-deployment").Inputs["spec"])["template"]!["spec"]!;

    private static IEnumerable<string> Names(MockedStack stack) => stack.Resources.Select(resource => $"{resource.Type} {resource.Name}");

    private static IEnumerable<string> All(MockedStack stack) =>
        stack.Resources.Select(resource => $"{resource.Type} {resource.Name} {Tree.Of(resource.Inputs).ToJsonString()}").Order(StringComparer.Ordinal);

    private static Task<MockedStack> With(string? rollout, string source = "s3://models/resnet/1") => MockedStack.OfAsync("x", Config(rollout, source));

    private static JsonObject Config(string? rollout, string source) => SampleConfig.Eks()
        .With("pools[0].capacity.max", "9")
        .With("models[0]", $$"""{"name": "resnet", "runtime": "tensorflow-serving", "source": "{{source}}", "pools": ["t4"], "replicas": 4{{(rollout is null ? "" : $", \"rollout\": {rollout}")}} }""")
        .ForEngine();
}
