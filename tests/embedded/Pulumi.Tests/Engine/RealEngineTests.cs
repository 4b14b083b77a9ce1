namespace Pulumi.Tests.Engine;

/// <summary>A program of the embedded build that a real engine has started.</summary>
[Collection(ProcessWideState.Name)]
public sealed class RealEngineTests : IDisposable
{
    public RealEngineTests() => Environment.SetEnvironmentVariable("PULUMI_MONITOR", "127.0.0.1:1");

    public void Dispose() => Environment.SetEnvironmentVariable("PULUMI_MONITOR", null);

    [Fact]
    public async Task It_says_how_it_must_be_built()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal(
            "This program was compiled against the embedded SDK and can't run under the Pulumi engine; "
            + "build it with the environment variable PulumiSdk=pulumi, or start it in infra/Infra.Program.",
            exception.Message);
    }
}
