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
        Tree.Equal(
            """[{"name": "resnet", "port": 8501, "weight": 90}, {"name": "resnet-candidate", "port": 8501, "weight": 10}]""",
            Tree.Of(stack.Single("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "resnet-route").Inputs["spec"])["rules"]![0]!["backendRefs"]);
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

        Assert.Equal(
            ["gpu-inference:index:InferenceService resnet", "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute resnet-route"],
            after.Except(before).Select(Named).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["gpu-inference:index:InferenceService resnet", "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute resnet-route"],
            before.Except(after).Select(Named).Where(name => !name.Contains(" resnet-candidate", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        static string Named(string resource) => string.Join(' ', resource.Split(' ')[..2]);
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

    // At night the model has one of four, and the candidate must not be none: its share of the requests would meet nobody.
    [Theory]
    [InlineData(4, 1, 10, null, null)]
    [InlineData(4, 1, 50, 1, "2")]
    [InlineData(4, 0, 10, 0, "1")]
    public async Task A_candidate_sleeps_only_when_its_model_does(int min, int outside, int weight, int? least, string? within)
    {
        var stack = await Scaled(
            $$"""{"min": {{min}}, "max": 4, "cpuPercent": 70, "officeHours": {"timeZone": "Europe/Berlin", "windows": [{"from": "07:00", "to": "19:00"}], "outside": {{outside}} } }""", weight);

        if (least is null)
        {
            Assert.Equal(1, (int)(double)Tree.Of(stack.Single("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "resnet-candidate-autoscaler").Inputs["spec"])["minReplicas"]!);
        }
        else
        {
            var spec = Tree.Of(stack.Single("kubernetes:keda.sh/v1alpha1:ScaledObject", "resnet-candidate-scaled-object").Inputs["spec"]);
            Assert.Equal((least, within), ((int?)(double)spec["minReplicaCount"]!, (string?)spec["triggers"]![1]!["metadata"]!["desiredReplicas"]));
        }
    }

    // By the clock alone, and it would say nothing to a candidate of one.
    [Fact]
    public async Task A_candidate_of_a_model_by_the_clock_may_have_a_fixed_number() => Assert.Equal(
        1,
        (int)(double)Tree.Of((await Scaled("""{"min": 4, "max": 4, "officeHours": {"timeZone": "Europe/Berlin", "windows": [{"from": "07:00", "to": "19:00"}], "outside": 1} }""", 10))
            .Single("kubernetes:apps/v1:Deployment", "resnet-candidate-deployment").Inputs["spec"])["replicas"]!);

    private static Task<MockedStack> Scaled(string autoscaling, int weight)
    {
        var config = Config(Canary.Replace("10", $"{weight}", StringComparison.Ordinal), "s3://models/resnet/1");
        var model = JsonNode.Parse((string)config["gpu-inference:models"]!)![0]!;
        model.AsObject().Remove("replicas");
        model["autoscaling"] = JsonNode.Parse(autoscaling);
        config["gpu-inference:models"] = $"[{model.ToJsonString()}]";
        return MockedStack.OfAsync("x", config);
    }

    private static JsonNode Pod(MockedStack stack, string model) => Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", $"{model}-deployment").Inputs["spec"])["template"]!["spec"]!;

    private static IEnumerable<string> Names(MockedStack stack) => stack.Resources.Select(resource => $"{resource.Type} {resource.Name}");

    private static IEnumerable<string> All(MockedStack stack) =>
        stack.Resources.Select(resource => $"{resource.Type} {resource.Name} {Tree.Of(resource.Inputs).ToJsonString()}").Order(StringComparer.Ordinal);

    private static Task<MockedStack> With(string? rollout, string source = "s3://models/resnet/1") => MockedStack.OfAsync("x", Config(rollout, source));

    private static JsonObject Config(string? rollout, string source) => SampleConfig.Eks()
        .With("pools[0].capacity.max", "9")
        .With("models[0]", $$"""{"name": "resnet", "runtime": "tensorflow-serving", "source": "{{source}}", "pools": ["t4"], "expose": {"via": "gateway", "host": "models.example.com"}, "replicas": 4{{(rollout is null ? "" : $", \"rollout\": {rollout}")}} }""")
        .ForEngine();
}
