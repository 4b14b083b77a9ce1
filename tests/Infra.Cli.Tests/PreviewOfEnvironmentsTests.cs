using Infra.TestKit;

namespace Infra.Cli.Tests;

/// <summary>The real thing: the program in the embedded engine, over the environments of this repository.</summary>
public sealed class PreviewOfEnvironmentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("local")]
    public async Task Every_environment_previews_the_same_way_twice(string environment)
    {
        var first = await RunAsync(RepositoryRoot.Path, "preview", environment, "--json");
        var second = await RunAsync(RepositoryRoot.Path, "preview", environment, "--json");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains($"\"urn\": \"urn:pulumi:{environment}::gpu-inference::", first.Output);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("instanceTypes: [g4dn", "instanceTyp: [g4dn", "gpu-inference:pools[0].instanceTyp: unknown key; did you mean 'instanceTypes'?")]
    [InlineData("gpu-inference:monitoring:", "gpu-inference:monitorin:", "gpu-inference:monitorin: unknown key; did you mean 'monitoring'?")]
    [InlineData("g4dn.2xlarge", "g4dn.3xlarge", "gpu-inference:pools[0].instanceTypes[1]: 'g4dn.3xlarge' is not in the catalogue of GPU instance types; did you mean 'g4dn.2xlarge'?")]
    [InlineData("pools: [t4]", "pools: []", "gpu-inference:models[0].pools: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("pools: [t4]", "pools: [a10]", "gpu-inference:models[0].pools[0]: 'a10' is not a pool; there are: t4")]
    [InlineData("capacity: {min: 0", "capacity: {min: none", "gpu-inference:pools[0].capacity.min: a whole number was expected, but found the string 'none'; write a whole number without quotes")]
    public async Task A_mistake_is_said_with_its_place(string right, string wrong, string problem)
    {
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine("Pulumi.dev.yaml"));
        Assert.Contains(right, text);
        File.Copy(RepositoryRoot.Combine("Pulumi.yaml"), _folder.Combine("Pulumi.yaml"));
        // Only the first occurrence, so that there is one mistake.
        var at = text.IndexOf(right, StringComparison.Ordinal);
        _folder.Write("Pulumi.dev.yaml", text[..at] + wrong + text[(at + right.Length)..]);

        var result = await RunAsync(_folder.Path, "preview", "dev");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"error: 1 problem in Pulumi.dev.yaml:\n  {problem}\n", result.Error);
    }

    [Fact]
    public async Task A_project_file_without_a_name_is_said()
    {
        _folder.Write("Pulumi.yaml", "");
        _folder.Write("Pulumi.dev.yaml", "");

        var result = await RunAsync(_folder.Path, "preview", "dev");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("error: 1 problem in Pulumi.yaml:\n  name: is missing; the project's name is required\n", result.Error);
    }

    private static async Task<ProcessResult> RunAsync(string project, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(new TextChannel(output, colour: false), new TextChannel(error, colour: false));
        var exitCode = await new CommandLine(terminal, () => ProjectFolder.Above(project), PlanSource.Of).RunAsync(arguments);
        return new ProcessResult(exitCode, output.ToString(), error.ToString());
    }
}
