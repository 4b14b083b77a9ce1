using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Seeds;

/// <summary>The meaning of some of a seed's manifests as a whole environment, rendered by the command line.</summary>
internal sealed class SeedScenario
{
    private const string Folder = "tests/Infra.Cli.Tests/Seeds";

    private readonly RenderedEnvironment _rendered;

    private SeedScenario(RenderedEnvironment rendered) => _rendered = rendered;

    /// <summary>Paths of all scenarios below the repository.</summary>
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(Folder), "*.yaml").Select(file => $"{Folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    public static async Task<SeedScenario> OfAsync(string name) => new(await RenderedEnvironment.OfAsync($"{Folder}/{name}.yaml"));

    /// <summary>The one object of a kind and a name.</summary>
    public JObject Object(string kind, string name) =>
        Assert.Single(_rendered.Objects, file => (string?)file.Object["kind"] == kind && (string?)file.Object.SelectToken("metadata.name") == name).Object;

    /// <summary>Inputs of the one resource of a name.</summary>
    public JObject Inputs(string resource) =>
        Assert.IsType<JObject>(Assert.Single(JObject.Parse(Planning.Json.PlanJson.ToText(_rendered.Plan))["resources"]!, one => (string?)one["name"] == resource)["inputs"]);

    /// <summary>Names of what the one resource of a name waits for.</summary>
    public IEnumerable<string> NeedsOf(string resource) =>
        Assert.Single(_rendered.Plan.Resources, one => one.Name == resource).Dependencies.Select(need => need.Name);

    /// <summary>Values of the one release of a chart.</summary>
    public JObject Values(string chart) => Assert.Single(_rendered.Releases, release => ((string)release.Release["chart"]!).EndsWith(chart, StringComparison.Ordinal)).Values;

    /// <summary>Container of a model on KServe, which stands in a runtime of its own.</summary>
    public JObject KServeServer(string model) => One(Object("ServingRuntime", model), "spec.containers");

    /// <summary>The one element of a list.</summary>
    public static JObject One(JToken token, string path) => Assert.IsType<JObject>(Assert.Single(token.SelectToken(path)!));

    /// <summary>Asserts values at paths, <c>null</c> for none; all that differ are in the message.</summary>
    public static void Holds(JToken token, params (string Path, object? Value)[] expected) => Assert.Equal(
        expected.Select(pair => $"{pair.Path}: {pair.Value ?? "nothing"}"),
        expected.Select(pair => $"{pair.Path}: {Text(token.SelectToken(pair.Path))}"));

    private static string Text(JToken? found) => found switch
    {
        null => "nothing",
        JValue value => $"{value.Value}",
        _ => found.ToString(Newtonsoft.Json.Formatting.None),
    };
}
