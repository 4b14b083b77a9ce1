using Infra.Architecture.Tests.BuildRule;
using Infra.TestKit;
using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

namespace Infra.Architecture.Tests.Projects;

/// <summary>What Pulumi's language host does with the plugin before it starts it (github.com/pulumi/pulumi-dotnet, pulumi-language-dotnet/main.go at 01127991, RunPlugin).</summary>
[Collection(nameof(OneAtATime))]
public sealed class PluginTests
{
    private const string Folder = "components/plugin";

    [Fact]
    public void Pulumi_is_told_the_package_and_the_language()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(RepositoryRoot.Combine($"{Folder}/PulumiPlugin.yaml"))));

        Assert.Equal(
            new Dictionary<string, string> { ["name"] = "gpu-inference", ["runtime"] = "dotnet" },
            ((YamlMappingNode)stream.Documents.Single().RootNode).Children.ToDictionary(one => $"{one.Key}", one => $"{one.Value}"));
        Assert.Contains("public const string Package = \"gpu-inference\";", File.ReadAllText(RepositoryRoot.Combine("components/Infra.Components/Packaging/PackagedComponents.cs")), StringComparison.Ordinal);
    }

    // It joins the plugin's folder, OutputPath and AssemblyName.
    [Fact]
    public async Task Pulumi_finds_the_program_below_its_folder()
    {
        var properties = JObject.Parse((await Dotnet.RunAsync(RepositoryRoot.Combine(Folder), "msbuild", "-getProperty:OutputPath", "-getProperty:AssemblyName", "-p:PulumiSdk=pulumi")).Output)["Properties"]!;

        Assert.Equal(("bin/", "pulumi-resource-gpu-inference"), ((string?)properties["OutputPath"], (string?)properties["AssemblyName"]));
    }

    [Fact]
    public async Task Without_the_packages_it_says_what_to_set()
    {
        var build = await Dotnet.RunWithAsync(new() { ["PulumiSdk"] = null }, RepositoryRoot.Path, "build", Folder, "-nologo");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "error : The plugin is built against the Pulumi packages only: set the environment variable PulumiSdk=pulumi, and start Pulumi again.", build.Output, StringComparison.Ordinal);
    }
}
