namespace Pulumi.Tests.Errors;

/// <summary>"Errors": one error is a <see cref="RunException"/>, several an <see cref="AggregateException"/>; the texts.</summary>
[Collection(ProcessWideState.Name)]
public sealed class ProgramErrorsTests
{
    [Fact]
    public async Task An_exception_of_the_program_comes_back_as_text()
    {
        var exception = await Mocked.FailAsync(() => throw new InvalidOperationException("boom"));

        Assert.Matches("^Running program '[^']*' failed with an unhandled exception:\nSystem.InvalidOperationException: boom", exception.Message);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task An_exception_after_an_await_comes_back_the_same_way()
    {
        static async Task ProgramAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("boom");
        }

        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new RecordingMocks(), Mocked.Update, ProgramAsync));

        Assert.Contains("' failed with an unhandled exception:\nSystem.InvalidOperationException: boom", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_exception_keeps_its_own_message()
    {
        var exception = await Mocked.FailAsync(() => throw new RunException("own text"));

        Assert.Equal("own text", exception.Message);
    }

    [Fact]
    public async Task A_resource_exception_that_hides_its_stack_keeps_its_own_message()
    {
        var exception = await Mocked.FailAsync(() => throw new ResourceException("own text", new Box("box"), hideStack: true));

        Assert.Equal("own text", exception.Message);
    }

    [Fact]
    public async Task A_resource_exception_is_not_wrapped_in_the_sentence_about_the_program()
    {
        var exception = await Mocked.FailAsync(() => throw new ResourceException("own text", null));

        Assert.StartsWith("Pulumi.ResourceException: own text", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_errors_come_back_as_an_aggregate_of_run_exceptions()
    {
        var exception = await Assert.ThrowsAsync<AggregateException>(() => Mocked.RunAsync(new RecordingMocks(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));

        Assert.All(exception.InnerExceptions, inner => Assert.IsType<RunException>(inner));
        Assert.Equal(["first", "second"], exception.InnerExceptions.Select(inner => inner.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failing_run_sets_the_exit_code_of_the_process_to_32()
    {
        var before = Environment.ExitCode;
        try
        {
            Environment.ExitCode = 0;
            await Mocked.FailAsync(() => throw new InvalidOperationException("boom"));

            Assert.Equal(32, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    [Fact]
    public async Task A_run_without_errors_leaves_the_exit_code_alone()
    {
        var before = Environment.ExitCode;
        try
        {
            Environment.ExitCode = 7;
            await Mocked.RunAsync(() => _ = new Box("box"));

            Assert.Equal(7, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    [Fact]
    public async Task The_next_run_starts_clean()
    {
        await Mocked.FailAsync(() => throw new InvalidOperationException("boom"));

        Assert.Equal(["box"], (await Mocked.RunAsync(() => _ = new Box("box"))).Names);
    }
}
