using Infra.TestKit;

namespace Infra.Architecture.Tests.BuildRule;

/// <summary>Which of the two builds a build is (ARCHITECTURE.md, "Two builds").</summary>
[Collection(nameof(OneAtATime))]
public sealed class BuildRuleTests
{
    private const string Program = "infra/Infra.Program/Infra.Program.csproj";
    private const string Components = "components/Infra.Components/Infra.Components.csproj";

    [Fact]
    public async Task At_the_root_it_is_embedded() =>
        Assert.Equal("embedded", await Dotnet.PulumiSdkAsync(RepositoryRoot.Path, Program));

    [Fact]
    public async Task In_the_program_s_folder_it_is_pulumi() =>
        Assert.Equal("pulumi", await Dotnet.PulumiSdkAsync(RepositoryRoot.Combine("infra", "Infra.Program"), "Infra.Program.csproj"));

    [Fact]
    public async Task Projects_that_the_program_needs_are_built_like_the_program() =>
        Assert.Equal("pulumi", await Dotnet.PulumiSdkAsync(RepositoryRoot.Combine("infra", "Infra.Program"), RepositoryRoot.Combine(Components)));

    [Fact]
    public async Task From_elsewhere_it_is_embedded() =>
        Assert.Equal("embedded", await Dotnet.PulumiSdkAsync(Path.GetTempPath(), RepositoryRoot.Combine(Program)));

    [SkippableFact]
    public async Task A_symbolic_link_to_the_checkout_makes_no_difference()
    {
        Skip.If(OperatingSystem.IsWindows(), "symbolic links need a privilege there");
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(folder.Combine("link"), RepositoryRoot.Path);
        var program = folder.Combine("link", "infra", "Infra.Program");

        Assert.Equal("pulumi", await Dotnet.PulumiSdkAsync(program, "Infra.Program.csproj"));
        Assert.Equal("pulumi", await Dotnet.PulumiSdkAsync(program, Path.Combine(program, "Infra.Program.csproj")));
        Assert.Equal("embedded", await Dotnet.PulumiSdkAsync(folder.Combine("link"), folder.Combine("link", Program)));
    }

    [Fact]
    public async Task The_environment_chooses() =>
        Assert.Equal("pulumi", await Dotnet.PulumiSdkAsync(RepositoryRoot.Path, Program, environment: "pulumi"));

    [Theory]
    [InlineData("build")]
    [InlineData("restore")]
    public async Task An_unknown_value_is_an_error(string command)
    {
        var result = await Dotnet.RunAsync(RepositoryRoot.Path, command, Program, "-p:PulumiSdk=x", "-nologo");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error : PulumiSdk is 'x'; it must be 'pulumi' (the NuGet packages) or 'embedded' (the projects under embedded/).", result.Output);
    }

    [Fact]
    public async Task What_is_embedded_only_can_t_be_built_against_the_packages()
    {
        var result = await Dotnet.RunAsync(RepositoryRoot.Path, "build", "infra/Infra.Engine/Infra.Engine.csproj", "-p:PulumiSdk=pulumi", "-nologo");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error : Infra.Engine belongs to the embedded build only; build it without PulumiSdk=pulumi.", result.Output);
    }

    [Theory]
    [InlineData("pack", "infra/Infra.Core")]
    [InlineData("pack", "components/Infra.Components")]
    [InlineData("publish", "components/Infra.Components")]
    [InlineData("publish", "stacks/Infra.Stacks")]
    [InlineData("publish", "infra/Infra.Program")]
    public async Task Nothing_is_shipped_from_the_embedded_build(string command, string project)
    {
        using var folder = new TemporaryFolder();
        // The check itself must refuse, before anything is built.
        var result = await Dotnet.RunAsync(RepositoryRoot.Path, command, project, "-nologo", "--no-build", "-o", folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"error : {Path.GetFileName(project)} is packed and published against the Pulumi packages only; add -p:PulumiSdk=pulumi.", result.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task What_the_library_needs_is_a_package_too()
    {
        using var folder = new TemporaryFolder();
        var result = await Dotnet.RunAsync(
            RepositoryRoot.Path, "pack", "infra/Infra.Core", "-nologo", "-p:PulumiSdk=pulumi", $"-p:ArtifactsPath={folder.Combine("artifacts")}", "-o", folder.Combine("feed"));

        Assert.Equal(("", 0), (result.ExitCode == 0 ? "" : result.Output, result.ExitCode));
        Assert.Equal(["GpuInference.Core.0.1.0.nupkg"], Directory.EnumerateFiles(folder.Combine("feed")).Select(file => Path.GetFileName(file)));
    }
}
