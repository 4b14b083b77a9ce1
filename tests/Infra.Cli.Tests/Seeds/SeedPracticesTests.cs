using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>The practices that document 000 ends with.</summary>
public sealed class SeedPracticesTests
{
    [Fact]
    [Seed("S0.15", "cache of predictions")]
    public async Task Answers_are_kept_in_front_of_the_model_for_as_long_as_is_said()
    {
        var scenario = await OfAsync("000-practices");
        var configuration = (string)scenario.Object("ConfigMap", "image-classifier-cache").SelectToken("data['nginx.conf']")!;

        Assert.Contains("set $model image-classifier.inference.svc.cluster.local:8501;\n", configuration, StringComparison.Ordinal);
        Assert.Contains("ttl = 3600,\n", configuration, StringComparison.Ordinal);
        Holds(
            One(scenario.Object("Deployment", "image-classifier-cache"), "spec.template.spec.containers"), ("ports[0].containerPort", 8080L), ("resources.limits['nvidia.com/gpu']", null));
        Holds(One(scenario.Object("Deployment", "prediction-store"), "spec.template.spec.containers"), ("resources.limits.memory", "2Gi"));
    }
}
