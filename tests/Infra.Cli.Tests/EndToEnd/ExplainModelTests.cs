using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The calculation of models in real environments.</summary>
public sealed class ExplainModelTests : IDisposable
{
    private static readonly string s_autoscaling = RepositoryRoot.Combine("examples/environments/autoscaling.yaml");

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task The_text_has_memory_start_deadlines_scaling_and_office_hours()
    {
        var result = await _checkout.RunAsync("explain", "model", "assistant", "shared", "--config-file", s_autoscaling);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Match(result.Output, "explain.assistant.txt");
        Assert.Contains("last Sunday of March: 02:00 becomes 03:00", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seventy_billion_parameters_are_waited_for_longer_than_a_classifier()
    {
        var large = await Lines("deepseek-r1-distill-70b", "prod");
        var small = await Lines("image-classifier", "prod");

        // Weights of 131.4 GiB on eight GPUs, and what the sum leaves of 0.9 × 39.49 GiB.
        Assert.Equal((16.43m, 12.5m, 5.32m, 34.25m, 35.54m, 1.3m), (large["weights"], large["kvCache"], large["overhead"], large["needs"], large["mayTake"], large["spare"]));
        Assert.Equal((9717m, 157m), (large["budget"], large["startupProbe.failureThreshold"]));
        Assert.True(small["budget"] < large["budget"]);
        Assert.True(small["behavior.scaleUp.policies[].periodSeconds"] < 1800);
        Assert.False(small.ContainsKey("weights"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task Every_shipped_model_has_a_budget_that_is_twice_its_estimate(string environment)
    {
        var settings = PlanSource.Of(ProjectFolder.Above(_checkout.Path(""))).Read(new PlanRequest { Environment = environment }).Settings!;
        foreach (var model in settings.Models)
        {
            var lines = await Lines(model.Name, environment);

            Assert.InRange(lines["budget"], (2 * lines["estimate"]) - 1, 2 * lines["estimate"]);
        }
    }

    // A tenth of four replicas is one; and what waits for it is its own.
    [Fact]
    public async Task A_candidate_is_explained_like_the_model_that_it_is()
    {
        var rollouts = RepositoryRoot.Combine("examples/environments/rollouts.yaml");
        var result = await _checkout.RunAsync("explain", "model", "image-classifier-kserve-candidate", "house", "--config-file", rollouts, "--json");
        var lines = JObject.Parse(result.Output).SelectTokens("sections[*].lines[*]").ToLookup(line => (string?)line["name"], line => (string?)line["value"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(("1", "1", "70"), (lines["min"].Single(), lines["max"].Single(), lines["cpuPercent"].Single()));
        Assert.NotEmpty(lines["budget"]);
    }

    // Two pods at a time of four: two steps.
    [Fact]
    public async Task An_update_takes_as_many_steps_as_its_rollout_has()
    {
        var rollouts = RepositoryRoot.Combine("examples/environments/rollouts.yaml");
        var result = await _checkout.RunAsync("explain", "model", "detector", "house", "--config-file", rollouts);

        Assert.Contains("replicas in 2 steps, as many at a time as the rollout replaces: 2 ×", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_model_gets_a_suggestion()
    {
        var result = await _checkout.RunAsync("explain", "model", "assistent", "shared", "--config-file", s_autoscaling);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "error: there is no model of 'shared' called 'assistent'; did you mean 'assistant'? there are: assistant, chat, chat-as-service, chat-in-groups, chat-on-kserve, chat-on-ray, classifier, detector, transcriber, translator\n",
            result.Error);
    }

    [Fact]
    public async Task A_configuration_with_problems_is_not_explained()
    {
        _checkout.Append("Pulumi.dev.yaml", "\n  gpu-inference:model: []\n");

        var result = await _checkout.RunAsync("explain", "model", "anything", "dev", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("error: 1 problem in Pulumi.dev.yaml:\n  gpu-inference:model: unknown key; did you mean 'models'?\n", result.Error);
    }

    // Numbers by their names; of several with one name the first.
    private async Task<Dictionary<string, decimal>> Lines(string model, string environment)
    {
        var result = await _checkout.RunAsync("explain", "model", model, environment, "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var document = JObject.Parse(result.Output);
        Assert.Equal((environment, model), ((string?)document["environment"], (string?)document["model"]));
        return document.SelectTokens("sections[*].lines[*]").Where(line => line["unit"] is not null)
            .GroupBy(line => (string)line["name"]!).ToDictionary(lines => lines.Key, lines => (decimal)lines.First()["value"]!);
    }
}
