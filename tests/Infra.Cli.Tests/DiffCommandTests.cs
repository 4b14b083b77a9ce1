using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public DiffCommandTests() => _cli.Plan = stack => new PlanResult { Plan = With(stack, 5) };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_changes_is_told()
    {
        var result = await _cli.RunAsync("diff", "dev", "--base", Base(1));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("1 to update, 1 unchanged\n\nUpdate (1)\n~ aws:sqs:Queue jobs\n    delaySeconds: 1 → 5\n", result.Output);
    }

    [Fact]
    public async Task With_exit_code_changes_are_findings() =>
        Assert.Equal((1, 0), ((await _cli.RunAsync("diff", "dev", "--base", Base(1), "--exit-code")).ExitCode, (await _cli.RunAsync("diff", "dev", "--base", Base(5), "--exit-code")).ExitCode));

    [Fact]
    public async Task The_head_may_be_read_and_the_base_may_come_in()
    {
        _cli.Input = PlanJson.ToText(With("dev", 2));

        var result = await _cli.RunAsync("diff", "--from", Base(2), "--base", "-");

        Assert.Equal((0, "", "no changes, 2 unchanged\n"), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    public async Task What_is_deployed_knows_more_than_a_preview_and_that_is_no_change()
    {
        _cli.Input = """
            {"version": 3, "deployment": {"resources": [
              {"urn": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev", "type": "pulumi:pulumi:Stack", "custom": false},
              {"urn": "urn:pulumi:dev::gpu-inference::aws:sqs/queue:Queue::jobs", "type": "aws:sqs/queue:Queue", "custom": true, "id": "q",
               "parent": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev",
               "provider": "urn:pulumi:dev::gpu-inference::pulumi:providers:aws::aws::1", "inputs": {"delaySeconds": 5, "kmsMasterKeyId": "key-1"}}]}}
            """;
        _cli.Plan = stack => new PlanResult { Plan = With(stack, 5, ("kmsMasterKeyId", PlanValue.Unknown.Instance)) };

        var result = await _cli.RunAsync("diff", "dev", "--base", "-");

        Assert.Equal((0, "no changes, 2 unchanged\n\nFolded (--full shows them)\n  1 value that only one side knows\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task As_json_it_has_everything_and_nothing_else_is_written()
    {
        var result = await _cli.RunAsync("diff", "dev", "--base", Base(1), "--json");
        var document = JObject.Parse(result.Output);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal((1, "1 to update, 1 unchanged", 1), ((int)document["schemaVersion"]!, (string)document["summary"]!, (int)document["counts"]!["update"]!));
        Assert.Equal(
            """{"path":"delaySeconds","kind":"change","effect":"update","before":1,"after":5}""",
            document["changes"]![0]!["inputs"]![0]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task As_markdown_it_is_ready_for_a_pull_request() => Assert.Equal(
        "### Diff: 1 to update, 1 unchanged\n\n#### Update (1)\n\n```diff\n! aws:sqs:Queue jobs\n-     delaySeconds: 1\n+     delaySeconds: 5\n```\n",
        (await _cli.RunAsync("diff", "dev", "--base", Base(1), "--markdown")).Output);

    [Theory]
    [InlineData("error: --markdown and --json are two forms of the same; leave out one of them\n", "dev", "--base", "-", "--markdown", "--json")]
    [InlineData("error: --base is empty; it needs a revision, or a file with a plan\n", "dev", "--base", "")]
    public async Task Wrong_usage_is_told(string message, params string[] arguments)
    {
        var result = await _cli.RunAsync(["diff", .. arguments]);

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
    }

    private static Plan With(string stack, int delay, params (string Key, PlanValue Value)[] more)
    {
        var plan = CommandLineFixture.PlanOf(stack);
        return plan with
        {
            Resources =
            [
                .. plan.Resources,
                new PlannedResource
                {
                    Urn = Urn.Parse($"urn:pulumi:{stack}::gpu-inference::aws:sqs/queue:Queue::jobs"),
                    Parent = plan.Resources[0].Urn,
                    Provider = Urn.Parse($"urn:pulumi:{stack}::gpu-inference::pulumi:providers:aws::aws"),
                    Inputs = ValueMap.Create([KeyValuePair.Create<string, PlanValue>("delaySeconds", new PlanValue.Number(delay)), .. more.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value))]),
                },
            ],
        };
    }

    private string Base(int delay)
    {
        var file = Path.Combine(_cli.Root, $"base-{delay}.json");
        File.WriteAllText(file, PlanJson.ToText(With("dev", delay)));
        return file;
    }
}
