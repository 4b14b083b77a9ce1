using Infra.TestKit;

namespace Infra.Architecture.Tests.BuildRule;

/// <summary>The build behind ./run, which keeps what it builds under a checksum of the sources.</summary>
[Collection(nameof(OneAtATime))]
public sealed class LauncherBuildTests : IDisposable
{
    private readonly TemporaryFolder _checkout = new();

    public LauncherBuildTests()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"])
        {
            _checkout.Write(file, File.ReadAllText(RepositoryRoot.Combine(file)));
        }
        _checkout.Write("Small/Small.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("Small.cs", "internal static class Small { public const string Text = nameof(Old); const int Old = 0; }", "internal static class Small { public const string Text = nameof(New); const int New = 0; }")]
    [InlineData("Small.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Optimize>false</Optimize></PropertyGroup></Project>""", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Optimize>true</Optimize></PropertyGroup></Project>""")]
    public async Task A_file_that_was_put_back_is_compiled_though_it_is_old(string file, string before, string after)
    {
        _checkout.Write($"Small/{file}", before);
        var first = await BuildAsync();
        File.SetLastWriteTimeUtc(_checkout.Write($"Small/{file}", after), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var second = await BuildAsync();

        Assert.NotEqual(Convert.ToHexString(first), Convert.ToHexString(second));
    }

    [Fact]
    public async Task What_is_unchanged_is_not_compiled_again()
    {
        var source = _checkout.Write("Small/Small.cs", "internal static class Small;");
        await BuildAsync();
        var library = _checkout.Combine("artifacts", "launcher", "bin", "Small", "debug", "Small.dll");
        var time = File.GetLastWriteTimeUtc(library);
        File.SetLastWriteTimeUtc(source, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await BuildAsync();

        Assert.Equal(time, File.GetLastWriteTimeUtc(library));
    }

    private async Task<byte[]> BuildAsync()
    {
        var result = await Dotnet.RunAsync(_checkout.Combine("Small"), "build", "-nologo", "-p:LauncherBuild=true");
        Assert.Equal(("", 0), (result.ExitCode == 0 ? "" : result.Output, result.ExitCode));
        return await File.ReadAllBytesAsync(_checkout.Combine("artifacts", "launcher", "bin", "Small", "debug", "Small.dll"));
    }
}
