using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.Projects;

/// <summary>The project files agree with the layer picture, the solution and the filter for the packages build.</summary>
public sealed class LayerTests
{
    [Fact]
    public void No_arrow_is_wrong()
    {
        Findings.None(ProjectFile.All.SelectMany(project => LayerCheck.Violations(project, LayerPicture.Rules)));
    }

    [Fact]
    public void Every_project_of_the_picture_exists()
    {
        Assert.Equal(LayerPicture.Rules.Keys, ProjectFile.All.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = File.ReadLines(RepositoryRoot.Combine("Infra.sln"))
            .Where(line => line.Contains(".csproj\"", StringComparison.Ordinal))
            .Select(line => line.Split('"')[5].Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

        Assert.Equal(ProjectFile.All.Where(p => !LayerPicture.Rules[p.Name].PackagesOnly).Select(p => p.Path), listed);
    }

    [Fact]
    public void The_filter_holds_what_both_builds_build()
    {
        var filter = JObject.Parse(File.ReadAllText(RepositoryRoot.Combine("Infra.Packages.slnf")))["solution"]!;

        Assert.Equal("Infra.sln", (string?)filter["path"]);
        Assert.Equal(
            ProjectFile.All.Where(p => !p.IsEmbeddedOnly && !LayerPicture.Rules[p.Name].PackagesOnly).Select(p => p.Path),
            filter["projects"]!.Select(p => ((string)p!).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(
        "components/Infra.Components/Infra.Components.csproj",
        """<ItemGroup><ProjectReference Include="../../stacks/Infra.Stacks/Infra.Stacks.csproj" /></ItemGroup>""",
        "components/Infra.Components/Infra.Components.csproj: may not reference Infra.Stacks (Project)")]
    [InlineData(
        "infra/Infra.Planning/Infra.Planning.csproj",
        """<ItemGroup><PulumiReference Include="Pulumi" /></ItemGroup>""",
        "infra/Infra.Planning/Infra.Planning.csproj: may not reference Pulumi (Pulumi)")]
    [InlineData(
        "infra/Infra.Core/Infra.Core.csproj",
        """<ItemGroup><PackageReference Include="YamlDotNet" /></ItemGroup>""",
        "infra/Infra.Core/Infra.Core.csproj: may not reference YamlDotNet (Package)")]
    [InlineData(
        "infra/Infra.Planning/Infra.Planning.csproj",
        """<ItemGroup><PackageReference Include="Newtonsoft.Json" Version="13.0.1" /></ItemGroup>""",
        "infra/Infra.Planning/Infra.Planning.csproj: Newtonsoft.Json has a version of its own; versions stand in Directory.Packages.props")]
    [InlineData(
        "infra/Infra.Cli/Infra.Cli.csproj",
        """<ItemGroup><ProjectReference Include="..\Infra.Engine\Infra.Engine.csproj" /></ItemGroup>""",
        "infra/Infra.Cli/Infra.Cli.csproj: Infra.Engine exists in the embedded build only; reference it under '$(PulumiSdk)' == 'embedded'")]
    [InlineData(
        "infra/Infra.Engine/Infra.Engine.csproj",
        "",
        "infra/Infra.Engine/Infra.Engine.csproj: EmbeddedBuildOnly is False, the layer picture says True")]
    [InlineData("infra/Infra.New/Infra.New.csproj", "", "infra/Infra.New/Infra.New.csproj: is not in the layer picture")]
    public void A_wrong_project_file_is_found(string path, string content, string violation)
    {
        var project = ProjectFile.Parse(path, $"""<Project Sdk="Microsoft.NET.Sdk">{content}</Project>""");

        Assert.Equal(violation, Assert.Single(LayerCheck.Violations(project, LayerPicture.Rules)));
    }

    [Fact]
    public void A_reference_under_the_condition_of_its_group_is_seen()
    {
        var project = ProjectFile.Parse(
            "infra/Infra.Cli/Infra.Cli.csproj",
            """
            <Project>
              <ItemGroup Condition="'$(PulumiSdk)' == 'embedded'">
                <ProjectReference Include="../Infra.Engine/Infra.Engine.csproj" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal([], LayerCheck.Violations(project, LayerPicture.Rules));
    }
}
