using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Versions of a model side by side, of documents 000, 002 and 004.</summary>
public sealed class SeedRolloutTests
{
    [Fact]
    [Seed("S0.15", "gray release and rollback (one line: the weight)")]
    [Seed("S0.5", "InferenceService blue-green-model: canary: traffic: 10 (fix: a weight of its route)")]
    public async Task Ten_percent_of_the_requests_go_to_the_green_model()
    {
        var scenario = await OfAsync("rollouts");

        Holds(
            scenario.Object("HTTPRoute", "blue-green-model").SelectToken("spec.rules[0]")!,
            ("backendRefs[0].name", "blue-green-model-predictor"),
            ("backendRefs[0].weight", 90),
            ("backendRefs[1].name", "blue-green-model-candidate-predictor"),
            ("backendRefs[1].weight", 10));
        Holds(scenario.Object("InferenceService", "blue-green-model").SelectToken("spec")!, ("canary", null), ("predictor.canaryTrafficPercent", null));
        foreach (var (name, color) in new[] { ("blue-green-model", "blue"), ("blue-green-model-candidate", "green") })
        {
            Holds(
                scenario.KServeServer(name),
                ("resources.requests.cpu", "2"),
                ("resources.limits.memory", "8Gi"),
                ("resources.limits['nvidia.com/gpu']", "1"),
                ("env[?(@.name == 'MODEL_NAME')].value", "blue-green-model"));
            Assert.EndsWith($"/model-{color}", (string?)scenario.Inputs(name).SelectToken("source.s3Uri"), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Seed("S2.12", "blue-green: deepseek-v2 beside deepseek-r1, rollout undo")]
    public async Task The_second_deepseek_is_live_and_the_first_still_there()
    {
        var scenario = await OfAsync("rollouts");

        Holds(
            scenario.Object("HTTPRoute", "deepseek-r1").SelectToken("spec.rules[0]")!,
            ("backendRefs[0].name", "deepseek-r1-candidate"),
            ("backendRefs[0].weight", 100),
            ("backendRefs[1]", null));
        Holds(scenario.Object("Deployment", "deepseek-r1"), ("spec.replicas", 1), ("spec.revisionHistoryLimit", 3));
        Holds(scenario.Object("Deployment", "deepseek-r1-candidate"), ("spec.replicas", 1));
    }

    // "rollout status" is what the program waits for: its route changes after the new pods serve.
    [Fact]
    [Seed("S2.12", "rollout status")]
    public async Task No_request_goes_to_the_second_deepseek_before_it_serves()
    {
        var scenario = await OfAsync("rollouts");

        Assert.Contains("deepseek-r1-candidate-deployment", scenario.NeedsOf("deepseek-r1-deployment"));
        Assert.Contains("deepseek-r1-service", scenario.NeedsOf("deepseek-r1-route"));
        Holds(scenario.Object("Deployment", "deepseek-r1-candidate").SelectToken("spec.template.spec.containers[0]")!, ("readinessProbe.httpGet.path", "/health"));
    }

    [Fact]
    [Seed("S4.2", "maxUnavailable, maxSurge")]
    public async Task Pods_of_the_service_are_replaced_at_the_pace_that_was_asked_for() => Holds(
        (await OfAsync("rollouts")).Object("Deployment", "model-service").SelectToken("spec.strategy")!,
        ("type", "RollingUpdate"),
        ("rollingUpdate.maxSurge", 1),
        ("rollingUpdate.maxUnavailable", 1));

    [Fact]
    [Seed("S4.2", "maxUnavailable 1 and no surge where GPUs are scarce")]
    public async Task A_model_on_GPUs_is_replaced_in_place() => Holds(
        (await OfAsync("rollouts")).Object("Deployment", "deepseek-r1").SelectToken("spec.strategy")!,
        ("rollingUpdate.maxSurge", 0),
        ("rollingUpdate.maxUnavailable", 1));
}
