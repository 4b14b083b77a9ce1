namespace Pulumi.Tests.Harness;

/// <summary>Runs a program under mocks as project <c>proj</c>, stack <c>dev</c>.</summary>
internal static class Mocked
{
    public const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";

    public static TestOptions Update => new() { ProjectName = "proj", StackName = "dev", IsPreview = false };

    public static TestOptions Preview => new() { ProjectName = "proj", StackName = "dev", IsPreview = true };

    public static string Urn(string type, string name) => $"urn:pulumi:dev::proj::pulumi:pulumi:Stack${type}::{name}";

    public static async Task<RecordingMocks> RunAsync(Action program)
    {
        var mocks = new RecordingMocks();
        await RunAsync(mocks, program);
        return mocks;
    }

    public static Task<ImmutableArray<Resource>> RunAsync(IMocks mocks, Action program) =>
        Deployment.TestAsync(mocks, Update, program);

    public static Task<RunException> FailAsync(Action program) => FailAsync(new RecordingMocks(), program);

    public static Task<RunException> FailAsync(IMocks mocks, Action program) =>
        Assert.ThrowsAsync<RunException>(() => RunAsync(mocks, program));

    /// <summary>What <paramref name="program"/> returns when it runs inside a deployment.</summary>
    public static async Task<T> ReadAsync<T>(Func<T> program)
    {
        T? result = default;
        await RunAsync(() => { result = program(); });
        return result!;
    }

    public static Task<ImmutableArray<Resource>> RunInStackAsync(IMocks mocks, StackOptions options, Action program) =>
        Deployment.TestWithServiceProviderAsync<ProgramStack>(
            mocks, new OneService<ProgramStack>(() => new ProgramStack(options, program)), Update);
}
