namespace Infra.Cli.Tests.Stacks;

/// <summary>destroy: whom it refuses, and what it asks.</summary>
public sealed class DestroyCommandTests : IDisposable
{
    private const string State = """
        {"version": 3, "deployment": {"manifest": {"time": "2026-11-22T01:13:04Z", "magic": "", "version": "v3.220.0"}, "resources": [
          {"urn": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev", "custom": false, "type": "pulumi:pulumi:Stack"},
          {"urn": "urn:pulumi:dev::gpu-inference::aws:s3/bucket:Bucket::models", "custom": true, "id": "models-1a2b", "type": "aws:s3/bucket:Bucket", "protect": true, "parent": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev"}
        ]}}
        """;

    private readonly StackFixture _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task The_name_is_typed_once_more()
    {
        _stack.Typed = "dev";
        var result = await _stack.RunAsync("destroy", "dev");

        Assert.Equal((0, "destroy dev: nothing\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("This deletes everything that 'dev' has made. Type its name to go on: ", result.Error);
        Assert.Equal(["destroy dev"], _stack.Engine.Calls);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("prod")]
    [InlineData("")]
    public async Task Anything_else_destroys_nothing(string answer)
    {
        _stack.Typed = answer;
        var result = await _stack.RunAsync("destroy", "dev");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("error: nothing was destroyed: the answer was another than the stack's name\n", result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }

    [Fact]
    public async Task The_option_has_to_name_the_same_stack()
    {
        var result = await _stack.RunAsync("destroy", "dev", "--confirm", "prod");

        Assert.Equal((2, "error: --confirm is 'prod', but the stack is 'dev'; nothing was destroyed\n"), (result.ExitCode, result.Error));
        Assert.Equal(0, (await _stack.RunAsync("destroy", "dev", "--confirm", "dev")).ExitCode);
    }

    [Fact]
    public async Task A_protected_environment_is_refused_before_the_engine_is_asked()
    {
        _stack.Engines = (_, _) => throw new InvalidOperationException("nobody may ask it");
        var result = await _stack.RunAsync("destroy", "prod", "--confirm", "prod");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            """
            error: 'prod' is protected; nothing was destroyed
              gpu-inference:cluster.eks.protect is true
              gpu-inference:storage.protect is true
              Is it meant? Change that in Pulumi.prod.yaml, then './run up prod', which takes the protection away, then './run destroy prod'.

            """,
            result.Error);
    }

    [Fact]
    public async Task The_state_has_the_last_word()
    {
        _stack.Engine.States["dev"] = State;
        var result = await _stack.RunAsync("destroy", "dev", "--confirm", "dev");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("  1 protected resource in the state: aws:s3:Bucket models\n", result.Error);
        Assert.Empty(_stack.Engine.Calls);
    }
}
