using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Planning.Model;

namespace Infra.Cli.Tests.Stacks;

/// <summary>up: what is in the way of an update, who is asked, and what is said of it.</summary>
public sealed class UpCommandTests : IDisposable
{
    private const string Preview = """
        {"config": {}, "steps": [
          {"op": "create", "urn": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev", "newState": {"urn": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev", "custom": false, "type": "pulumi:pulumi:Stack"}},
          {"op": "create", "urn": "urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix", "newState": {"urn": "urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix", "custom": true, "type": "random:index/randomId:RandomId", "inputs": {"byteLength": 4}, "parent": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev"}}
        ], "duration": 1, "changeSummary": {"create": 2}}
        """;

    private static readonly Urn _suffix = Urn.Parse("urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix");

    private readonly StackFixture _stack = new();

    public UpCommandTests()
    {
        _stack.Engine.Preview = Preview;
        _stack.Engine.Events =
        [
            new StackEvent.ResourceStarted(_suffix, "create"), new StackEvent.ResourceDone(_suffix, "create"),
            new StackEvent.Summary(ImmutableSortedDictionary<string, int>.Empty.Add("create", 1), TimeSpan.FromSeconds(2)), new StackEvent.Ended(),
        ];
        _stack.Engine.Outputs["dev"] = ImmutableSortedDictionary<string, StackOutput>.Empty
            .Add("buckets", new StackOutput("""{"models":"models-1a2b"}""")).Add("clusterName", new StackOutput("\"gpu\"")).Add("grafanaPassword", StackOutput.Secret);
    }

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task It_previews_and_updates()
    {
        var result = await _stack.RunAsync("up", "dev", "--yes", "--message", "a reason");

        Assert.Equal(
            """
            up dev: 1 created
              buckets: {"models":"models-1a2b"}
              clusterName: gpu
              grafanaPassword: [secret]

            """,
            result.Output);
        Assert.EndsWith(
            """
            the engine previews ...
            2 steps: 2 create
            + pulumi:pulumi:Stack gpu-inference-dev
            + random:index:RandomId suffix
            the engine works ...
            + random:index:RandomId suffix  created

            """,
            result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["preview dev", "up dev 'a reason'"], _stack.Engine.Calls);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("yes")]
    public async Task On_a_terminal_it_asks_after_the_preview(string answer)
    {
        _stack.Typed = answer;
        var result = await _stack.RunAsync("up", "dev");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("+ random:index:RandomId suffix\nUpdate 'dev'? [y/N] the engine works ...\n", result.Error);
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData("dev")]
    public async Task Any_other_answer_is_no(string answer)
    {
        _stack.Typed = answer;
        var result = await _stack.RunAsync("up", "dev");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Update 'dev'? [y/N] error: not updated: the answer was no\n", result.Error);
        Assert.Equal(["preview dev"], _stack.Engine.Calls);
    }

    [Fact]
    public async Task Without_a_terminal_yes_has_to_be_said_beforehand()
    {
        var result = await _stack.RunAsync("up", "dev");

        Assert.Equal((2, "", "error: 'up' asks before it goes on, and there is no terminal to ask on\n  Say yes beforehand: --yes\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task What_the_check_finds_keeps_the_engine_from_starting()
    {
        _stack.Write("Pulumi.dev.yaml", _stack.Text("Pulumi.dev.yaml").Replace("memory: 10Gi", "memory: 900Gi", StringComparison.Ordinal));
        var result = await _stack.RunAsync("up", "dev", "--yes");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: 2 problems in Pulumi.dev.yaml:\n", result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task A_policy_finding_keeps_the_engine_from_starting()
    {
        _stack.Write("Pulumi.dev.yaml", _stack.Text("Pulumi.dev.yaml").Replace("203.0.113.0/24", "0.0.0.0/0", StringComparison.Ordinal));
        var result = await _stack.RunAsync("up", "dev", "--yes");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(
            "error: the check of 'dev' has findings; nothing was started\n  ./run check dev shows the findings, and what to do; what is accepted for now goes into policy-suppressions.yaml.\n",
            result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task An_environment_that_is_not_there_is_named()
    {
        var result = await _stack.RunAsync("up", "dve", "--yes");

        Assert.Equal((2, "error: there is no environment 'dve'; did you mean 'dev'? there are: dev, local, prod\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task As_JSON_every_event_is_a_line_and_the_result_the_last()
    {
        var result = await _stack.RunAsync("up", "dev", "--yes", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            {"type":"stage","stage":"previewing"}
            {"type":"stage","stage":"judging"}
            {"type":"stage","stage":"running"}
            {"type":"resourceStarted","urn":"urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix","operation":"create","planning":false}
            {"type":"resourceDone","urn":"urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix","operation":"create","planning":false}
            {"type":"summary","changes":{"create":1},"seconds":2,"mayBeCorrupt":false}
            {"type":"ended"}
            {"type":"result","operation":"up","stack":"dev","outcome":"succeeded","changes":{"create":1},"seconds":0,"failures":[],"warnings":[],"permalink":null,"version":null,"outputs":{"buckets":{"models":"models-1a2b"},"clusterName":"gpu","grafanaPassword":{"$secret":true}}}

            """,
            result.Output);
    }

    [Fact]
    public async Task A_failed_resource_is_said_with_what_was_done()
    {
        _stack.Engine.Events = [new StackEvent.ResourceStarted(_suffix, "create"), new StackEvent.Diagnostic(DiagnosticSeverity.Error, "the disk is full", _suffix), new StackEvent.ResourceFailed(_suffix, "create")];
        _stack.Engine.Work = (_, _) => throw new EngineException("pulumi up", 255, "", "error: update failed", _stack.Engine.Events);
        var result = await _stack.RunAsync("up", "dev", "--yes");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(
            """
            error: random:index:RandomId suffix: the disk is full
            x random:index:RandomId suffix  creating failed
            looking into the state for what is left over ...
            up dev: failed; done until then: nothing
            error: urn:pulumi:dev::gpu-inference::random:index/randomId:RandomId::suffix: create of random:index/randomId:RandomId 'suffix' failed: the disk is full
              Mend the cause and run it again: ./run up dev goes on from here. What was done before is in the state.

            """,
            result.Error);
    }
}
