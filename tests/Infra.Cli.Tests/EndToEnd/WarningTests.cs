namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What a plan should make its reader think about is said on standard error, and there is a plan all the same.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_retired_instance_type_that_is_meant_names_its_replacements()
    {
        _checkout.Replace("Pulumi.dev.yaml", "[g4dn.xlarge, g4dn.2xlarge]", "[p3.2xlarge]\n      legacy: true");
        var result = await _checkout.RunAsync("preview", "dev", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{\n  \"schemaVersion\": 1,", result.Output);
        Assert.StartsWith("Diagnostics:\n  gpu-inference:index:GpuNodePool (t4):\n    warning: 'p3.2xlarge' is retired: ", result.Error);
        Assert.EndsWith("; use g4dn.xlarge instead; pin amiReleaseVersion, so that no newer driver arrives unasked\n", result.Error);
    }
}
