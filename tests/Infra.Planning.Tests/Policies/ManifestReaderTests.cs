using Infra.Planning.Policies.Manifests;

namespace Infra.Planning.Tests.Policies;

/// <summary>Files of manifests become the resources of a plan, each with its place.</summary>
public sealed class ManifestReaderTests
{
    [Fact]
    public void Documents_and_lists_become_objects_with_file_and_line()
    {
        var content = Read("a.yaml", "# models\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: x}\n---\napiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Secret, metadata: {name: b}}\n  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: c}}\n");

        Assert.Empty(content.Problems);
        Assert.Equal(
            ["kubernetes:core/v1:ConfigMap x/a a.yaml:2", "kubernetes:core/v1:Secret b a.yaml:6", "kubernetes:apps/v1:Deployment c a.yaml:6"],
            content.Input.Plan.Resources.Select(resource => $"{resource.Type} {resource.Name} {content.Input.Locations[resource.Urn]}"));
    }

    [Theory]
    [InlineData("kind: Pod\n", "a.yaml:1: apiVersion is missing; an object has both")]
    [InlineData("\napiVersion: v1\n", "a.yaml:2: kind is missing; an object has both")]
    [InlineData("apiVersion: v1\nkind: \"Pod::x\"\n", "a.yaml:1: 'v1 Pod::x' is no kind of object")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec:\n  replicas: {{ .Values.replicas }}\n", "a.yaml:4: this is a Helm template, not a manifest; render it first: helm template RELEASE CHART --output-dir DIR")]
    [InlineData("a: 1\nb: [\n", "a.yaml:3: not YAML: ")]
    public void What_is_no_object_is_said_with_its_place(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Read("a.yaml", text).Problems), StringComparison.Ordinal);

    [Fact]
    public void Templates_of_alerts_are_none_of_Helm() =>
        Assert.Empty(Read("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  text: \"{{ $labels.pod }} {{ if eq 1 1 }}x{{ end }}\"\n").Problems);

    [Fact]
    public void What_isnt_meant_for_a_cluster_is_left_out()
    {
        var content = Read("values.yaml", "replicas: 2\n");

        Assert.Equal("values.yaml:1", Assert.Single(content.LeftOut));
        Assert.Empty(content.Input.Plan.Resources);
    }

    [Fact]
    public void The_same_object_twice_is_two_resources() => Assert.Equal(
        ["a", "a#2"],
        Read("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n").Input.Plan.Resources.Select(resource => resource.Name));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Equal("a.yaml:1: not YAML: more than 100 levels deep", Assert.Single(Read("a.yaml", new string('[', 100_000)).Problems));

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + string.Concat(Enumerable.Range(1, 8).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + i - 1)}", 10))}]\n"));

        Assert.EndsWith("not YAML: its aliases multiply it beyond measure", Assert.Single(Read("a.yaml", bomb).Problems), StringComparison.Ordinal);
    }

    private static ManifestContent Read(string file, string text) => ManifestReader.Read("folder", [new ManifestText(file, text)]);
}
