using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Cli.FakeEngine;
using Infra.TestKit;

namespace Infra.Cli.Tests.Stacks;

/// <summary>The commands beside up: what each asks, says and has the engine do.</summary>
public sealed class StackCommandTests : IDisposable
{
    private readonly StackFixture _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Refresh_asks_and_refreshes()
    {
        _stack.Typed = "y";
        var result = await _stack.RunAsync("refresh", "dev", "--clear-pending-creates");

        Assert.Equal((0, "refresh dev: nothing\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("Write into the state of 'dev' what the cloud says? [y/N] ", result.Error);
        Assert.Equal(["refresh dev clear"], _stack.Engine.Calls);
    }

    [Fact]
    public async Task Outputs_hide_secrets()
    {
        _stack.Engine.Outputs["dev"] = ImmutableSortedDictionary<string, StackOutput>.Empty.Add("clusterName", new StackOutput("\"gpu\"")).Add("token", StackOutput.Secret);

        Assert.Equal("clusterName: gpu\ntoken: [secret]\n", (await _stack.RunAsync("outputs", "dev")).Output);
        Assert.Equal("{\n  \"clusterName\": \"gpu\",\n  \"token\": {\n    \"$secret\": true\n  }\n}\n", (await _stack.RunAsync("outputs", "dev", "--json")).Output.ReplaceLineEndings("\n"));
        Assert.Equal("'prod' has no outputs\n", (await _stack.RunAsync("outputs", "prod")).Output);
    }

    [Fact]
    public async Task Stacks_are_listed_with_their_end()
    {
        _stack.Engine.Stacks =
        [
            new StackInfo("dev", StackFixture.Now.AddHours(-1), 10), new StackInfo("new", null, 0), new StackInfo("old-pr", StackFixture.Now.AddDays(-1), 5), new StackInfo("pr", StackFixture.Now, 1, IsUpdating: true),
        ];
        _stack.Engine.Outputs["old-pr"] = Until("2026-11-22T19:00:00Z");
        _stack.Engine.Outputs["pr"] = Until("2026-11-23T04:00:00Z");
        var result = await _stack.RunAsync("stacks");

        Assert.Equal(
            """
            dev: updated 2026-11-22 19:00 UTC, 10 resources
            new: never updated, 0 resources
            old-pr: updated 2026-11-21 20:00 UTC, 5 resources, needed until 2026-11-22 19:00 UTC, which is over: ./run reap
            pr: being updated now, 1 resource, needed until 2026-11-23 04:00 UTC

            """,
            result.Output);
    }

    [Fact]
    public async Task Cancel_says_what_it_means_and_asks()
    {
        _stack.Typed = "n";
        var result = await _stack.RunAsync("cancel", "dev");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "This takes the lock of 'dev' from whoever holds it. It doesn't stop him: if his update still runs, he and the next one write over each other's state.\nIs that update dead? [y/N] error: the lock was left where it is\n",
            result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }

    [SkippableFact]
    public async Task After_the_lock_is_gone_what_was_interrupted_is_named()
    {
        _stack.Engine.States["dev"] = SharedFacts.ReadText("pulumi-cli/export-interrupted.json");
        var result = await _stack.RunAsync("cancel", "dev", "--yes");

        Assert.Equal((1, "dev: the lock is gone\n"), (result.ExitCode, result.Output));
        Assert.Equal(["cancel dev"], _stack.Engine.Calls);
        Assert.StartsWith("error: urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier: the state has 1 operation without an end: creating kubernetes:apps/v1:Deployment 'classifier'; ", result.Error);
        Assert.Contains("pulumi refresh --stack dev --clear-pending-creates", result.Error);
    }

    [Fact]
    public async Task A_state_is_written_whole_and_taken_back()
    {
        _stack.Typed = "y";
        var export = await _stack.RunAsync("export", "dev", "--out", _stack.PathOf("state.json"));
        var import = await _stack.RunAsync("import", "dev", "--file", _stack.PathOf("state.json"));

        Assert.Equal((0, ""), (export.ExitCode, export.Output));
        Assert.Equal($"{FakeStackEngine.EmptyState}\n", _stack.Text("state.json"));
        Assert.Equal((0, "dev: imported; './run refresh dev' asks the cloud whether it is true\n"), (import.ExitCode, import.Output));
        Assert.Equal([$"import dev {FakeStackEngine.EmptyState.Length + 1}"], _stack.Engine.Calls);
        Assert.Equal($"{FakeStackEngine.EmptyState}\n", (await _stack.RunAsync("export", "dev")).Output);
    }

    [SkippableFact]
    public async Task The_state_of_another_stack_is_not_imported()
    {
        _stack.Write("state.json", SharedFacts.ReadText("pulumi-cli/export-deployed.json"));
        var result = await _stack.RunAsync("import", "prod", "--yes", "--file", _stack.PathOf("state.json"));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"error: --file: '{_stack.PathOf("state.json")}' is the state of 'dev' of the project 'gpu-inference', not of 'prod' of 'gpu-inference'; nothing was imported\n", result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task A_preview_is_no_state()
    {
        _stack.Write("state.json", FakeStackEngine.NothingChanges);
        var result = await _stack.RunAsync("import", "dev", "--yes", "--file", _stack.PathOf("state.json"));

        Assert.Equal((2, $"error: --file: '{_stack.PathOf("state.json")}' is no state of a stack; './run export' and 'pulumi stack export' write one\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task History_is_a_line_per_update()
    {
        var changes = ImmutableSortedDictionary<string, int>.Empty.Add("same", 5).Add("update", 2);
        _stack.Engine.History =
        [
            new StackUpdate(2, "update", "failed", StackFixture.Now, StackFixture.Now, "a reason", changes),
            new StackUpdate(null, "refresh", "succeeded", StackFixture.Now.AddHours(-1), StackFixture.Now, "", ImmutableSortedDictionary<string, int>.Empty),
        ];
        var result = await _stack.RunAsync("history", "dev", "--count", "2");

        Assert.Equal("#2  2026-11-22 20:00 UTC  update failed: 2 updated, 5 unchanged  a reason\n2026-11-22 19:00 UTC  refresh succeeded: nothing\n", result.Output);
        Assert.Equal(["history dev 2"], _stack.Engine.Calls);
    }

    [Theory]
    [InlineData("refresh", "--yes")]
    [InlineData("cancel", "--yes")]
    [InlineData("destroy", "--confirm dev")]
    public async Task Nobody_is_asked_where_nobody_is(string command, string option)
    {
        var result = await _stack.RunAsync(command, "dev");

        Assert.Equal((2, $"error: '{command}' asks before it goes on, and there is no terminal to ask on\n  Say yes beforehand: {option}\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task What_the_engine_says_of_a_question_is_told_with_what_to_do()
    {
        _stack.Engines = (_, _) => throw new Automation.Failures.StackFailureException([new Automation.Failures.EngineMissing()]);
        var result = await _stack.RunAsync("outputs", "dev");

        Assert.Equal(
            (3, "", "error: the Pulumi command line is not installed, or not on the PATH\n  Install it (https://www.pulumi.com/docs/install/) and try 'pulumi version'.\n"),
            (result.ExitCode, result.Output, result.Error));
    }

    internal static ImmutableSortedDictionary<string, StackOutput> Until(string time) => ImmutableSortedDictionary<string, StackOutput>.Empty.Add("temporaryUntil", new StackOutput($"\"{time}\""));
}
