namespace Pulumi.Tests.Errors;

/// <summary>"Errors": what <see cref="Log"/> does to a run under mocks, and outside of one.</summary>
public sealed class LogTests
{
    public static TheoryData<Action<string>> Harmless => [text => Log.Debug(text), text => Log.Info(text), text => Log.Warn(text)];

    public static TheoryData<Action<string>> All => [text => Log.Debug(text), text => Log.Info(text), text => Log.Warn(text), text => Log.Error(text)];

    [Fact]
    public async Task An_error_alone_fails_the_run_with_its_text()
    {
        var exception = await Mocked.FailAsync(() => Log.Error("x"));

        Assert.Equal("x", exception.Message);
    }

    [Fact]
    public async Task An_error_about_a_resource_has_the_same_text()
    {
        var exception = await Mocked.FailAsync(() => Log.Error("x", new Box("box")));

        Assert.Equal("x", exception.Message);
    }

    [Fact]
    public async Task An_exception_logged_fails_the_run_with_its_description()
    {
        var exception = await Mocked.FailAsync(() => Log.Exception(new InvalidOperationException("boom")));

        Assert.Equal("System.InvalidOperationException: boom", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Lesser_severities_do_not_fail_the_run(Action<string> log)
    {
        var mocks = await Mocked.RunAsync(() => log("x"));

        Assert.Empty(mocks.Resources);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Outside_a_deployment_logging_throws(Action<string> log) =>
        Assert.Throws<InvalidOperationException>(() => log("x"));
}
