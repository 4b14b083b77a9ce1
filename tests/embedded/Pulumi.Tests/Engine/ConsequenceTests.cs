using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>One failure is told once, however much of the program needs what has failed.</summary>
public sealed class ConsequenceTests
{
    private const string Box = "urn:pulumi:dev::proj::test:index:Box::";
    private const string Bad = "error serializing property \"v\": System.Int64 is not a supported argument type.\n\tresource:bad[test:index:Box].v";

    /// <summary>A task of the program that fails when everything else is done.</summary>
    private readonly TaskCompletionSource<string> _late = new();

    [Fact]
    public async Task An_input_from_a_failed_resource() => Assert.Equal(
        (Bad, Box + "bad"),
        await OnlyErrorAsync(() => _ = new Box("after", new BoxArgs { Value = NewBad().Id })));

    [Fact]
    public async Task A_chain_of_three() => Assert.Equal(
        (Bad, Box + "bad"),
        await OnlyErrorAsync(() =>
        {
            var second = new Box("second", new BoxArgs { Value = NewBad().Id.Apply(id => id + "!") });
            _ = new Box("third", new BoxArgs { Value = second.Value, Other = second.Id });
        }));

    [Fact]
    public async Task Ten_dependents() => Assert.Equal(
        (Bad, Box + "bad"),
        await OnlyErrorAsync(() =>
        {
            var bad = NewBad();
            for (var i = 0; i < 10; i++)
            {
                _ = new Box($"after-{i}", new BoxArgs { Value = bad.Id });
            }
        }));

    [Fact]
    public async Task Those_that_wait_already_when_it_fails() => Assert.Equal(
        ("late", Box + "bad"),
        await OnlyLateErrorAsync(() =>
        {
            var bad = new Box("bad", new BoxArgs { Value = new NotThereYet(Output.Create(_late.Task)) });
            _ = new Box("input", new BoxArgs { Value = bad.Id });
            _ = new Box("order", null, new CustomResourceOptions { DependsOn = { bad } });
            _ = new Box("child", null, new CustomResourceOptions { Parent = bad });
        }));

    [Fact]
    public async Task A_throwing_callback_used_as_an_input_is_told_at_the_resource() => Assert.Equal(
        ("no such zone", Box + "first"),
        await OnlyErrorAsync(() =>
        {
            var zone = Output.Create(1).Apply(i => i > 0 ? throw new InvalidOperationException("no such zone") : "a");
            _ = new Box("first", new BoxArgs { Value = zone });
            _ = new Box("second", new BoxArgs { Value = zone });
        }));

    [Fact]
    public async Task The_first_problem_of_an_input_is_told_whatever_comes_first_in_time() => Assert.Equal(
        ("late", Box + "a"),
        await OnlyLateErrorAsync(() => _ = new Box("a", new BoxArgs { Value = new object[] { Output.Create(_late.Task), 5L } })));

    [Fact]
    public async Task Stack_outputs_of_a_failed_resource()
    {
        var result = await EmbeddedEngine.RunAsync(
            Run.Options, () => Deployment.RunAsync(() => new Dictionary<string, object?> { ["id"] = NewBad().Id }));

        Assert.Equal([(Bad, Box + "bad")], result.Diagnostics.Select(error => (error.Message, error.Urn)));
    }

    [Fact]
    public async Task Failures_that_have_nothing_to_do_with_each_other_are_all_told()
    {
        var result = await Run.Async(() =>
        {
            _ = new Box("a", new BoxArgs { Value = NewBad().Id });
            _ = new Box("b", new BoxArgs { Value = 'c' });
        });

        Assert.Equal([Box + "bad", Box + "b"], result.Diagnostics.Select(error => error.Urn));
    }

    private static Box NewBad() => new("bad", new BoxArgs { Value = 5L });

    private static async Task<(string Message, string? Urn)> OnlyErrorAsync(Action program)
    {
        var error = await Run.FailAsync(program);
        return (error.Message, error.Urn);
    }

    private async Task<(string Message, string? Urn)> OnlyLateErrorAsync(Action program)
    {
        var error = OnlyErrorAsync(program);
        _late.SetException(new InvalidOperationException("late"));
        return await error;
    }

    /// <summary>An input object whose only property is pending.</summary>
    private sealed class NotThereYet(Output<string> value) : ResourceArgs
    {
        [Input("x")]
        public Output<string> Value { get; } = value;
    }
}
