using System.Text.RegularExpressions;
using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>The rendering of every environment, as somebody has it who applies it.</summary>
public sealed partial class RenderTests
{
    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Fact]
    public void Every_shipped_environment_is_looked_at() =>
        Assert.Subset(RenderedEnvironment.All.ToHashSet(), new HashSet<string> { "dev", "prod", "local" });

    // Whoever asks a cluster that it makes itself for its address has read something unknown; so has who makes a password.
    [Theory]
    [InlineData("examples/environments/ingress.yaml", false)]
    [InlineData("Pulumi.local.yaml", true)]
    [InlineData("Pulumi.dev.yaml", true)]
    public async Task An_environment_on_a_cluster_that_is_there_needs_one_run(string file, bool meetsUnknowns)
    {
        var told = false;
        var result = await PlanSource.Of(new ProjectFolder(RepositoryRoot.Path))
            .PlanAsync(new PlanRequest { Environment = "x", ConfigFile = RepositoryRoot.Combine(file), Unknown = () => told = true });

        Assert.Equal((true, meetsUnknowns), (result.Plan is not null, told));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_files_say_exactly_what_is_planned(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);

        Assert.All(rendered.Objects.Join(rendered.Rendered, o => o.File, r => r.File, (o, r) => (o.Object, Planned: (JObject)r.Resource["inputs"]!)), Same);
        Assert.All(rendered.Releases, release => Same((release.Values, (JObject?)release.Release["values"] ?? [])));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Everything_that_is_planned_is_in_a_file_or_in_the_index(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var told = rendered.Index.SelectTokens("$..urn").Select(urn => (string?)urn).ToHashSet();

        Assert.DoesNotContain(rendered.Plan.Resources, resource => resource.Kind == ResourceKind.Custom && !told.Contains(resource.Urn.ToString()));
        Assert.Empty(rendered.Index["previewOnly"]!);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_is_unknown_in_a_rendered_plan(string environment) =>
        Assert.DoesNotContain("$unknown", Planning.Json.PlanJson.ToText((await RenderedEnvironment.OfAsync(environment)).Plan), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_comes_before_what_it_depends_on(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var resources = rendered.Plan.Resources.ToDictionary(resource => resource.Urn);
        var folders = rendered.Index.SelectTokens("steps[*].files[*]").ToDictionary(file => Urn.Parse((string)file["urn"]!), file => ((string)file["file"]!).Split('/')[0]);
        // Remembered, because the ways through a component's children multiply.
        var known = new Dictionary<Urn, Urn[]>();
        Urn[] Needs(Urn urn) => known.TryGetValue(urn, out var needs)
            ? needs
            : known[urn] = [.. resources[urn].Dependencies.SelectMany(need => folders.ContainsKey(need) ? [need] : Needs(need)).Distinct()];

        foreach (var (urn, folder) in folders)
        {
            Assert.All(Needs(urn), need => Assert.True(string.CompareOrdinal(folders[need], folder) < 0, $"{folders[need]} has {need}, which {urn} in {folder} needs"));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_comes_before_its_namespace_or_its_definition(string environment)
    {
        var objects = (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => (Folder: file.File.Split('/')[0], file.Object)).ToList();
        bool Needs(JObject one, JObject other) => (string?)other["kind"] switch
        {
            "Namespace" => (string?)one.SelectToken("metadata.namespace") == (string?)other.SelectToken("metadata.name"),
            "CustomResourceDefinition" => ((string)one["apiVersion"]!).StartsWith($"{other.SelectToken("spec.group")}/", StringComparison.Ordinal)
                && (string?)one["kind"] == (string?)other.SelectToken("spec.names.kind"),
            _ => false,
        };

        Assert.All(
            objects.SelectMany(one => objects.Where(other => Needs(one.Object, other.Object)).Select(other => (one, other))),
            pair => Assert.True(string.CompareOrdinal(pair.other.Folder, pair.one.Folder) < 0, $"{pair.one.Folder} is before {pair.other.Folder}, which it needs"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_path_that_differs_from_a_preview_is_listed(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var previewed = JObject.Parse(Planning.Json.PlanJson.ToText(rendered.Preview))["resources"]!.ToDictionary(resource => (string)resource["urn"]!, resource => (JObject)resource["inputs"]!);
        var listed = rendered.Index.SelectTokens("steps[*].files[*]").ToDictionary(file => (string)file["urn"]!, file => file);

        foreach (var (file, after) in rendered.Rendered.Where(file => (bool?)listed[(string)file.Resource["urn"]!]["hiddenFromPreviews"] != true))
        {
            var urn = (string)after["urn"]!;
            JObject[] both = [previewed[urn], (JObject)after["inputs"]!];
            foreach (var path in listed[urn]["invented"]?.Select(path => InputPath((string)path!, file)) ?? [])
            {
                Array.ForEach(both, inputs => Remove(inputs.SelectToken(path)));
            }

            Assert.True(JToken.DeepEquals(both[0], both[1]), $"{file}: without the listed paths, a preview has {both[0]}, and the file {both[1]}");
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task What_is_invented_says_so(string environment)
    {
        foreach (var (file, text) in (await RenderedEnvironment.OfAsync(environment)).Files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            Assert.True(!Invented().IsMatch(text) || text.Contains("\n# Invented, because only an update can tell:\n", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public async Task Names_of_buckets_are_all_that_dev_invents()
    {
        var rendered = await RenderedEnvironment.OfAsync("dev");
        var deployment = rendered.Objects.Single(file => file.File.EndsWith("deployment.inference.image-classifier.yaml", StringComparison.Ordinal));

        Assert.Equal(["spec.template.spec.initContainers[0].env[3].value", "loki.storage.bucketNames.chunks"], rendered.Index.SelectTokens("$..invented[*]").Select(path => (string?)path));
        Assert.Matches("^s3://models-bucket-invented-[0-9a-f]{10}/image-classifier$", (string)deployment.Object.SelectToken("spec.template.spec.initContainers[0].env[3].value")!);
    }

    [Fact]
    public async Task The_text_of_local()
    {
        var rendered = await RenderedEnvironment.OfAsync("local");

        Assert.Empty(rendered.Index.SelectTokens("$..invented[*]"));
        Assert.Equal(
            [
                "Namespace", "Namespace", "NetworkPolicy", "NetworkPolicy", "Secret", "ConfigMap", "ConfigMap", "ConfigMap", "Namespace", "Namespace",
                "PrometheusRule", "PrometheusRule", "PrometheusRule", "PrometheusRule", "ConfigMap", "NetworkPolicy", "NetworkPolicy", "PodDisruptionBudget",
                "PrometheusRule", "ServiceAccount", "Deployment", "Namespace", "Service", "NetworkPolicy", "ServiceMonitor",
            ],
            rendered.Objects.Select(file => (string?)file.Object["kind"]));
        Golden.Match(string.Concat(rendered.Files.Select(file => $"==> {file.Key} <==\n{file.Value}")), "render.local.txt");
    }

    /// <summary>Where a listed path leads below the resource's inputs, as Newtonsoft writes it.</summary>
    private static string InputPath(string listed, string file)
    {
        var path = listed.Replace("[\"", "['", StringComparison.Ordinal).Replace("\"]", "']", StringComparison.Ordinal);
        return path.StartsWith("option ", StringComparison.Ordinal) ? path["option ".Length..]
            : !file.EndsWith(".values.yaml", StringComparison.Ordinal) ? path
            : path == "(all values)" ? "values"
            : path.StartsWith('[') ? $"values{path}" : $"values.{path}";
    }

    private static void Remove(JToken? value)
    {
        if (value?.Parent is JProperty property)
        {
            property.Remove();
        }
        else
        {
            value?.Replace(JValue.CreateNull());
        }
    }

    private static void Same((JObject Written, JObject Planned) pair) =>
        Assert.True(JToken.DeepEquals(WithoutSecrets(pair.Planned), pair.Written), $"planned:\n{pair.Planned}\nwritten:\n{pair.Written}");

    private static JToken WithoutSecrets(JToken planned)
    {
        var copy = planned.DeepClone();
        foreach (var secret in copy.SelectTokens("$..['$secret']").Select(mark => (JObject)mark.Parent!.Parent!).ToList())
        {
            // The data of a Secret is a map, of which one entry is as good as another.
            secret.Replace(secret.Parent is JProperty { Name: "data" or "stringData" } ? new JObject { ["redacted"] = "redacted" } : new JValue("redacted"));
        }

        return copy;
    }

    [GeneratedRegex(@"^[^#]*(-invented-|\.invalid|000000000000)", RegexOptions.Multiline)]
    private static partial Regex Invented();
}
