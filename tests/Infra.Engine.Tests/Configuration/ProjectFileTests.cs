using Infra.Engine.Configuration;

namespace Infra.Engine.Tests.Configuration;

public class ProjectFileTests
{
    [Fact]
    public void The_name_is_read_and_the_rest_left_alone() =>
        Assert.Equal("gpu-inference", ProjectFile.Parse("name: gpu-inference\nruntime:\n  name: dotnet\nmain: infra/Infra.Program\n").Name);

    [Theory]
    [InlineData("", "name: is missing; the project's name is required")]
    [InlineData("runtime: dotnet\n", "name: is missing; the project's name is required")]
    [InlineData("name: 3\n", "name: 3 was found; the project's name is required")]
    [InlineData("name: [a]\n", "name: a list was found; the project's name is required")]
    [InlineData("name:\n", "name: nothing was found; the project's name is required")]
    [InlineData("name: \"\"\n", "name: the text '' was found; the project's name is required")]
    [InlineData("name: a\nname: b\n", "line 2, column 1: mapping key \"name\" already defined at line 1; keep one")]
    [InlineData("name: [a\n", "line 2, column 1: while parsing a flow sequence, did not find expected ',' or ']'")]
    public void A_project_without_a_readable_name_is_refused(string yaml, string problem)
    {
        var project = ProjectFile.Parse(yaml);

        Assert.Equal("", project.Name);
        Assert.Equal(problem, Assert.Single(project.Problems.All).ToString());
    }

    [Fact]
    public void A_missing_file_says_where_to_run()
    {
        var project = ProjectFile.Read("nowhere/Pulumi.yaml");

        Assert.Equal("file: there is no Pulumi.yaml in 'nowhere'; run in the project's folder", Assert.Single(project.Problems.All).ToString());
    }
}
