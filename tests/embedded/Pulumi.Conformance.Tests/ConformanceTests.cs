using Infra.TestKit;

namespace Pulumi.Conformance.Tests;

public sealed class ConformanceTests
{
    private static IReadOnlyList<Addition> Recorded { get; } =
        Additions.Read(File.ReadLines(Path.Combine(RepositoryRoot.Path, "embedded", "ADDITIONS.md")));

    [SkippableTheory]
    [InlineData("Pulumi")]
    [InlineData("Pulumi.Kubernetes")]
    [InlineData("Pulumi.Aws")]
    [InlineData("Pulumi.Random")]
    [InlineData("Pulumi.Automation")]
    public void Every_public_member_is_one_of_the_package(string package)
    {
        SharedFacts.Require("pulumi-api");
        Assert.NotEmpty(ReflectedAssembly.PublicTypes(Package(package).Assembly));
        var recorded = Recorded.Where(addition => addition.Package == package).ToList();

        var unexplained = Package(package).Differences()
            .Where(difference => !recorded.Contains(new Addition(difference, package)))
            .Select(difference => difference.ToString())
            .ToList();

        Assert.True(unexplained.Count == 0, $"{unexplained.Count} differences from {package}:\n{string.Join('\n', unexplained)}");
    }

    [SkippableFact]
    public void Every_recorded_exception_is_still_one()
    {
        SharedFacts.Require("pulumi-api");
        var found = PackageUnderTest.All
            .SelectMany(package => package.Differences().Select(difference => new Addition(difference, package.Name)))
            .ToHashSet();

        Assert.Equal([], Recorded.Where(addition => !found.Contains(addition)));
    }

    [Theory]
    [InlineData("Pulumi.Kubernetes", "4.32.0")]
    [InlineData("Pulumi.Aws", "7.48.0")]
    [InlineData("Pulumi.Random", "4.21.1")]
    public void Resources_carry_the_version_that_is_pinned(string package, string version)
    {
        var versions = ReflectedAssembly.PublicTypes(Package(package).Assembly).Select(WireDisplay.Version).Where(found => found is not null).Distinct();

        Assert.Equal([version], versions);
        Assert.Contains(
            $"<PackageVersion Include=\"{package}\" Version=\"{version}\" />",
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")),
            StringComparison.Ordinal);
    }

    private static PackageUnderTest Package(string name) => PackageUnderTest.All.Single(package => package.Name == name);
}
