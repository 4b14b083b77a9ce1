using Infra.Automation.Engine;
using Infra.TestKit;

namespace Infra.Cli.Tests.Stacks;

/// <summary>Environments that go again: made, extended, listed and reaped.</summary>
public sealed class TemporaryEnvironmentTests : IDisposable
{
    private const string Line = "  gpu-inference:temporary: {from: dev, until: \"2026-11-23T04:00:00Z\"}\n";

    private readonly StackFixture _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task A_copy_has_the_original_s_text_and_one_line_more()
    {
        var result = await _stack.RunAsync("up", "pr-123", "--from", "dev", "--ttl", "8h", "--yes");

        Assert.Equal((0, "up pr-123: nothing\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("Pulumi.pr-123.yaml: written, a copy of Pulumi.dev.yaml that is needed until 2026-11-23T04:00:00Z\n", result.Error);
        Assert.Equal(_stack.Text("Pulumi.dev.yaml").Replace("config:\n", $"config:\n{Line}", StringComparison.Ordinal), _stack.Text("Pulumi.pr-123.yaml"));
        Assert.Equal(["create pr-123", "preview pr-123", "up pr-123"], _stack.Engine.Calls);
    }

    // Without it Pulumi would take the backend's own way, and remove the key from the copy.
    [Fact]
    public async Task The_stack_is_made_with_the_key_of_the_file()
    {
        const string Key = "secretsprovider: awskms://alias/gpu-inference-secrets-dev?region=us-west-2\nencryptedkey: AQICAHg=\n";
        _stack.Write("Pulumi.dev.yaml", Key + _stack.Text("Pulumi.dev.yaml"));
        await _stack.RunAsync("up", "pr-123", "--from", "dev", "--ttl", "8h", "--yes");

        Assert.StartsWith(Key, _stack.Text("Pulumi.pr-123.yaml"));
        Assert.Equal("create pr-123 awskms://alias/gpu-inference-secrets-dev?region=us-west-2", _stack.Engine.Calls[0]);
    }

    [Fact]
    public async Task The_deadline_is_an_output_and_a_tag()
    {
        await _stack.RunAsync("up", "pr-123", "--from", "dev", "--ttl", "8h", "--yes");
        var plan = await _stack.RunAsync("preview", "pr-123", "--json");

        Assert.Contains("\\\"temporary-until\\\": \\\"2026-11-23T04:00:00Z\\\" } }\",\n", plan.Output);
        Assert.Contains("\"temporaryUntil\": \"2026-11-23T04:00:00Z\"", plan.Output);
    }

    [Fact]
    public async Task The_same_again_keeps_the_file_and_moves_its_end()
    {
        _stack.Engine.Stacks = [new StackInfo("pr-123", null, 3)];
        _stack.Write("Pulumi.pr-123.yaml", _stack.Text("Pulumi.dev.yaml").Replace("config:\n", "config:\n  gpu-inference:temporary: {from: dev, until: \"2026-11-22T21:00:00Z\"} # mine\n", StringComparison.Ordinal));
        var result = await _stack.RunAsync("up", "pr-123", "--from", "dev", "--ttl", "8h", "--yes");

        Assert.StartsWith("Pulumi.pr-123.yaml: kept as it is, needed until 2026-11-23T04:00:00Z\n", result.Error);
        Assert.Contains("{from: dev, until: \"2026-11-23T04:00:00Z\"} # mine\n", _stack.Text("Pulumi.pr-123.yaml"));
        Assert.Equal(["preview pr-123", "up pr-123"], _stack.Engine.Calls);
    }

    [Theory]
    [InlineData("up local --from dev --ttl 8h", "Pulumi.local.yaml is there already, and no temporary environment's; './run up local' updates it, or take another name")]
    [InlineData("up dev --from dev --ttl 8h", "'dev' can't be a copy of itself; give the temporary environment a name of its own")]
    [InlineData("up pr --from dve --ttl 8h", "there is no environment 'dve'; did you mean 'dev'? there are: dev, local, prod")]
    [InlineData("up pr --from dev", "--from and --ttl make a temporary environment together; give both, or none")]
    [InlineData("up pr --ttl 8h", "--from and --ttl make a temporary environment together; give both, or none")]
    [InlineData("up pr --from dev --ttl 8", "--ttl is '8'; allowed: a time from 15m to 720h, such as 8h or 1h30m")]
    [InlineData("up pr --from dev --ttl 60s", "--ttl is '60s'; allowed: a time from 15m to 720h, such as 8h or 1h30m")]
    [InlineData("extend dev --ttl 8h", "Pulumi.dev.yaml: says nothing of gpu-inference:temporary, so the environment is to stay; only one that './run up NAME --from ENVIRONMENT --ttl 8h' made has an end")]
    public async Task A_mistake_writes_nothing(string command, string message)
    {
        var before = Directory.GetFiles(_stack.PathOf("."));
        var result = await _stack.RunAsync([.. command.Split(' '), "--yes"]);

        Assert.Equal((2, "", $"error: {message}\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(before, Directory.GetFiles(_stack.PathOf(".")));
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task What_is_protected_can_t_be_copied()
    {
        var result = await _stack.RunAsync("up", "pr", "--from", "prod", "--ttl", "8h", "--yes");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: 'pr' can't be a copy of 'prod'; nothing was written\n", result.Error);
        Assert.Contains("gpu-inference:storage.protect: true, but the environment is temporary, and what is protected can't be destroyed; write false\n", result.Error);
        Assert.Contains("gpu-inference:cluster.eks.protect: true, but the environment is temporary, and what is protected can't be destroyed; write false\n", result.Error);
        Assert.EndsWith("  Change Pulumi.prod.yaml; or write Pulumi.pr.yaml yourself, with the key gpu-inference:temporary, and run './run up pr'.\n", result.Error);
        Assert.False(File.Exists(_stack.PathOf("Pulumi.pr.yaml")));
    }

    [Fact]
    public async Task A_host_leads_to_one_environment()
    {
        _stack.Write("Pulumi.dev.yaml", _stack.Text("Pulumi.dev.yaml").Replace("      pools: [t4]\n", "      pools: [t4]\n      expose: {via: gateway, host: models.example.com}\n", StringComparison.Ordinal));
        var result = await _stack.RunAsync("up", "pr", "--from", "dev", "--ttl", "8h", "--yes");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("  gpu-inference:models[0].expose.host: 'models.example.com' leads to 'dev' already, and a host leads to one environment; give it another, or remove expose\n", result.Error);
    }

    [Fact]
    public async Task More_time_is_written_and_updated()
    {
        await _stack.RunAsync("up", "pr", "--from", "dev", "--ttl", "1h", "--yes");
        _stack.Engine.Calls.Clear();
        var result = await _stack.RunAsync("extend", "pr", "--ttl", "8h", "--yes");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Pulumi.pr.yaml: needed until 2026-11-23T04:00:00Z\n", result.Error);
        Assert.Contains(Line, _stack.Text("Pulumi.pr.yaml"));
        Assert.Equal(["preview pr", "up pr"], _stack.Engine.Calls);
    }

    [Fact]
    public async Task Less_time_is_no_extension()
    {
        await _stack.RunAsync("up", "pr", "--from", "dev", "--ttl", "8h", "--yes");
        var result = await _stack.RunAsync("extend", "pr", "--ttl", "1h", "--yes");

        Assert.Equal((2, "error: 'pr' has time until 2026-11-23T04:00:00Z already, which is later; to end it sooner: ./run destroy pr\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task What_is_over_is_destroyed_and_one_failure_keeps_no_other()
    {
        Temporary();
        _stack.Engine.Failure = stack => stack == "pr-1" ? new EngineException("pulumi destroy", 255, "", "error: the cloud says no", []) : null;
        var result = await _stack.RunAsync("reap");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("pr-2: over since 2026-11-22T19:00:00Z; destroyed\npr-3: needed until 2026-11-23T04:00:00Z\n", result.Output);
        Assert.Equal(["destroy pr-1", "destroy pr-2", "remove pr-2"], _stack.Engine.Calls);
        Assert.EndsWith("error: 1 environment couldn't be reaped: pr-1\n  They cost money until they are gone. Mend what is said above; the next './run reap' tries again.\n", result.Error);
        Assert.Contains("error: the engine failed: the cloud says no\n", result.Error);
    }

    [Fact]
    public async Task A_dry_run_destroys_nothing()
    {
        Temporary();
        var result = await _stack.RunAsync("reap", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            "pr-1: over since 2026-11-22T18:00:00Z; would be destroyed (--dry-run)\npr-2: over since 2026-11-22T19:00:00Z; would be destroyed (--dry-run)\npr-3: needed until 2026-11-23T04:00:00Z\n", result.Output);
        Assert.Empty(_stack.Engine.Calls);
    }

    // Its first update has failed: it has resources, and no outputs.
    [Fact]
    public async Task A_stack_without_outputs_is_known_by_its_tags()
    {
        _stack.Engine.Stacks = [new StackInfo("pr", StackFixture.Now, 2)];
        _stack.Engine.States["pr"] = """
            {"version": 3, "deployment": {"manifest": {"time": "2026-11-22T01:13:04Z", "magic": "", "version": "v3.220.0"}, "resources": [
              {"urn": "urn:pulumi:pr::gpu-inference::pulumi:pulumi:Stack::gpu-inference-pr", "custom": false, "type": "pulumi:pulumi:Stack"},
              {"urn": "urn:pulumi:pr::gpu-inference::pulumi:providers:aws::aws", "custom": true, "id": "1", "type": "pulumi:providers:aws", "inputs": {"defaultTags": "{\"tags\":{\"project\":\"gpu-inference\",\"temporary-until\":\"2026-11-22T19:30:00Z\"}}"}, "parent": "urn:pulumi:pr::gpu-inference::pulumi:pulumi:Stack::gpu-inference-pr"}
            ]}}
            """;
        var result = await _stack.RunAsync("reap");

        Assert.Equal((0, "pr: over since 2026-11-22T19:30:00Z; destroyed\n"), (result.ExitCode, result.Output));
        Assert.Equal(["destroy pr", "remove pr"], _stack.Engine.Calls);
    }

    [Fact]
    public async Task Where_there_is_none_it_says_so()
    {
        _stack.Engine.Stacks = [new StackInfo("dev", StackFixture.Now, 10)];

        Assert.Equal("there is no temporary environment\n", (await _stack.RunAsync("reap")).Output);
    }

    private void Temporary()
    {
        _stack.Engine.Stacks = [new StackInfo("dev", StackFixture.Now, 10), new StackInfo("pr-1", StackFixture.Now, 1), new StackInfo("pr-2", StackFixture.Now, 1), new StackInfo("pr-3", StackFixture.Now, 1)];
        foreach (var (stack, time) in (KeyValuePair<string, string>[])[new("pr-1", "2026-11-22T18:00:00Z"), new("pr-2", "2026-11-22T19:00:00Z"), new("pr-3", "2026-11-23T04:00:00Z")])
        {
            _stack.Engine.Outputs[stack] = StackCommandTests.Until(time);
        }
    }
}
