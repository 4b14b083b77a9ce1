namespace Pulumi.Tests.Errors;

/// <summary>"Errors": a throwing callback or mock fails the run like a throwing program.</summary>
public sealed class ResourceErrorsTests
{
    private const string Boom = "failed with an unhandled exception:\nSystem.InvalidOperationException: boom";

    [Fact]
    public async Task A_throwing_callback_fails_the_run()
    {
        var exception = await Mocked.FailAsync(() => new Box("box").Id.Apply(ThrowBoom));

        Assert.Contains(Boom, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throwing_asynchronous_callback_fails_the_run()
    {
        var exception = await Mocked.FailAsync(() => new Box("box").Id.Apply(async id =>
        {
            await Task.Yield();
            return ThrowBoom(id);
        }));

        Assert.Contains(Boom, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulted_task_in_an_output_fails_the_run()
    {
        var exception = await Mocked.FailAsync(() => Output.Create(Task.FromException<string>(new InvalidOperationException("boom"))));

        Assert.Contains(Boom, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_that_throws_fails_the_run()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new InvalidOperationException("boom") };

        var exception = await Mocked.FailAsync(mocks, () => _ = new Box("box"));

        Assert.Contains(Boom, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_whose_task_fails_fails_the_run()
    {
        var mocks = new RecordingMocks { Answer = _ => Task.FromException<(string?, object)>(new InvalidOperationException("boom")) };

        var exception = await Mocked.FailAsync(mocks, () => _ = new Box("box"));

        Assert.Contains(Boom, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_resource_is_reported_once_and_what_depends_on_it_is_not_registered()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new InvalidOperationException("boom") };

        await Mocked.FailAsync(mocks, () =>
        {
            var first = new Box("first");
            _ = new Box("second", null, new CustomResourceOptions { DependsOn = { first } });
        });

        Assert.Equal(["first"], mocks.Names);
    }

    [Fact]
    public async Task A_failed_registration_does_not_stop_the_program_in_the_constructor()
    {
        var reached = false;
        var mocks = new RecordingMocks { Answer = _ => throw new InvalidOperationException("boom") };

        await Mocked.FailAsync(mocks, () =>
        {
            _ = new Box("box");
            reached = true;
        });

        Assert.True(reached);
    }

    private static string ThrowBoom(string id) => throw new InvalidOperationException("boom");
}
