using Infra.TestKit;

namespace Infra.Architecture.Tests.BuildRule;

/// <summary>A clone restores from whatever feeds its user has (ADR 10).</summary>
[Collection(nameof(OneAtATime))]
public sealed class FeedTests
{
    [Fact]
    public void Nothing_here_hides_the_user_s_feeds() => Findings.None(
        Directory.EnumerateFiles(RepositoryRoot.Path)
            .Select(file => Path.GetFileName(file))
            .Where(name => name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase))
            .Select(name => $"{name}: hides or adds to the feeds of the user's own configuration"));

    [Fact]
    public async Task Several_feeds_are_no_error()
    {
        using var folder = new TemporaryFolder();
        var config = folder.Write("nuget.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="mirror" value="https://mirror.invalid/v3/index.json" />
                <add key="other" value="https://other.invalid/v3/index.json" />
              </packageSources>
            </configuration>
            """);
        // Neither is asked: the one package that this project needs was restored before.
        var result = await Dotnet.RunAsync(
            RepositoryRoot.Path, "restore", "infra/Infra.Core", "-nologo", "--configfile", config, $"-p:ArtifactsPath={folder.Combine("artifacts")}", "-p:NuGetAudit=false");

        Assert.Contains("warning NU1507: ", result.Output);
        Assert.Equal(0, result.ExitCode);
    }
}
