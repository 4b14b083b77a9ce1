using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using Infra.TestKit;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>An environment as <c>render</c> writes it, and the plan behind it.</summary>
internal sealed class RenderedEnvironment
{
    private const string Examples = "examples/environments";
    private static readonly ConcurrentDictionary<string, Lazy<Task<RenderedEnvironment>>> _rendered = new();

    private RenderedEnvironment(Plan preview, Plan plan, ImmutableSortedDictionary<string, string> files)
    {
        Preview = preview;
        Plan = plan;
        Files = files;
        Index = JObject.Parse(files[ManifestRendering.IndexFile]);
    }

    /// <summary>All there are: the shipped ones by name, and the files of examples by their path.</summary>
    public static IEnumerable<string> All => Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length])
        .Concat(Directory.Exists(RepositoryRoot.Combine(Examples))
            ? Directory.EnumerateFiles(RepositoryRoot.Combine(Examples), "*.yaml").Select(file => $"{Examples}/{Path.GetFileName(file)}")
            : [])
        .Order(StringComparer.Ordinal);

    /// <summary>What a preview of the same program knows.</summary>
    public Plan Preview { get; }

    public Plan Plan { get; }

    /// <summary>Whether operators and exporters are another stack's.</summary>
    public bool StandsOnAnotherStack => Plan.Resources.Any(resource => resource.Type == "pulumi:pulumi:StackReference");

    /// <summary>Path below the folder to content.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; }

    public JObject Index { get; }

    /// <summary>The plan's resources by the file that each became, as JSON documents of the plan.</summary>
    public IEnumerable<(string File, JObject Resource)> Rendered
    {
        get
        {
            var resources = JObject.Parse(PlanJson.ToText(Plan))["resources"]!.Cast<JObject>().ToDictionary(resource => (string)resource["urn"]!);
            return Index.SelectTokens("steps[*].files[*]").Select(file => ((string)file["file"]!, resources[(string)file["urn"]!]));
        }
    }

    public IEnumerable<(string File, JObject Object)> Objects =>
        Rendered.Where(rendered => rendered.Resource["type"]!.ToString() != "kubernetes:helm.sh/v3:Release").Select(rendered => (rendered.File, YamlJson.Parse(Files[rendered.File])));

    public IEnumerable<(string File, JObject Release, JObject Values)> Releases =>
        Rendered.Where(rendered => rendered.Resource["type"]!.ToString() == "kubernetes:helm.sh/v3:Release")
            .Select(rendered => (rendered.File, (JObject)rendered.Resource["inputs"]!, YamlJson.Parse(Files[rendered.File])));

    public static Task<RenderedEnvironment> OfAsync(string environment) =>
        _rendered.GetOrAdd(environment, static name => new Lazy<Task<RenderedEnvironment>>(() => RenderAsync(name))).Value;

    private static async Task<RenderedEnvironment> RenderAsync(string environment)
    {
        var isExample = environment.Contains('/');
        var name = isExample ? Path.GetFileNameWithoutExtension(environment) : environment;
        var file = isExample ? RepositoryRoot.Combine(environment) : null;
        using var checkout = new Checkout();
        using var folder = new TemporaryFolder();
        var result = await checkout.RunAsync(["render", name, "--out", folder.Combine("out"), .. file is null ? (string[])[] : ["--config-file", file]]);
        Assert.Equal((0, ""), (result.ExitCode, result.ExitCode == 0 ? "" : result.Error));

        var source = PlanSource.Of(new ProjectFolder(RepositoryRoot.Path));
        var request = new PlanRequest { Environment = name, ConfigFile = file };
        var previewed = await source.PlanAsync(request);
        var planned = await source.PlanAsync(request with { Rendered = true });
        return new RenderedEnvironment(previewed.Plan!, planned.Plan!, Directory.EnumerateFiles(folder.Combine("out"), "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(
            path => Path.GetRelativePath(folder.Combine("out"), path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal));
    }
}
