using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Architecture.Tests.BuildRule;

/// <summary>What a feed must have for <c>pulumi up</c>, beyond what the embedded build needs: the Pulumi packages alone.</summary>
[Collection(nameof(OneAtATime))]
public sealed partial class PackagesRestoreTests
{
    [SkippableFact]
    public async Task Without_the_Pulumi_packages_only_they_are_missing()
    {
        // What this build restored serves as the feed: no network, and nothing in it that the embedded build doesn't need.
        var feed = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Skip.If(Directory.Exists(Path.Combine(feed, "pulumi")), "this machine has the Pulumi packages");
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = folder.Combine("packages") };

        var result = await Dotnet.RunWithAsync(
            environment,
            RepositoryRoot.Combine("infra", "Infra.Program"),
            "restore", "-nologo", "--source", feed, $"-p:ArtifactsPath={folder.Combine("artifacts")}");

        var missing = Error().Matches(result.Output).Select(match => (Code: match.Groups["code"].Value, Package: match.Groups["package"].Value)).Distinct().Order();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal([("NU1101", "Pulumi"), ("NU1101", "Pulumi.Aws"), ("NU1101", "Pulumi.Kubernetes"), ("NU1101", "Pulumi.Random")], missing);
    }

    [GeneratedRegex(@"error (?<code>\w+)\s*:(?: Unable to find package (?<package>[\w.]*\w))?")]
    private static partial Regex Error();
}
