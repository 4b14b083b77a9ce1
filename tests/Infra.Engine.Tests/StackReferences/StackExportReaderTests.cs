using System.Collections.Immutable;
using Infra.Engine.StackReferences;
using Infra.TestKit;
using Pulumi.Embedded;

namespace Infra.Engine.Tests.StackReferences;

public sealed class StackExportReaderTests
{
    private const string Stack = "organization/net/dev";

    [SkippableFact]
    public void What_the_real_program_exported()
    {
        var outputs = Read(File.ReadAllText(SharedFacts.Require("pulumi-cli", "export-deployed.json")), "organization/gpu-inference/dev");

        Assert.Equal(["namespace", "token", "url"], outputs.Keys.Order());
        Assert.Equal(("vision", "http://classifier.vision:8501"), (outputs["namespace"], outputs["url"]));
        Assert.IsType<UnknownValue>(Assert.IsType<SecretValue>(outputs["token"]).Value);
    }

    [Fact]
    public void Values_keep_their_kinds()
    {
        var outputs = Read(Export("""{"t": "2026-01-01T00:00:00Z", "n": 1.5, "i": 3, "b": true, "z": null, "l": [1, {"a": "b"}], "m": {}}"""));

        Assert.Equal(("2026-01-01T00:00:00Z", 1.5, 3.0, true, null), (outputs["t"], outputs["n"], outputs["i"], outputs["b"], outputs["z"]));
        var list = Assert.IsType<ImmutableArray<object?>>(outputs["l"]);
        Assert.Equal(1.0, list[0]);
        Assert.Equal("b", Assert.IsType<ImmutableDictionary<string, object?>>(list[1])["a"]);
        Assert.Empty(Assert.IsType<ImmutableDictionary<string, object?>>(outputs["m"]));
    }

    [Fact]
    public void Of_a_secret_only_an_export_that_shows_secrets_has_the_value()
    {
        const string Marker = "\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"";
        var outputs = Read(Export($$$"""{"a": { {{{Marker}}}, "ciphertext": "v1:x"}, "b": { {{{Marker}}}, "plaintext": "{\"k\": 1}"}, "c": {"4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e"}}"""));

        Assert.IsType<UnknownValue>(Assert.IsType<SecretValue>(outputs["a"]).Value);
        Assert.Equal(1.0, Assert.IsType<ImmutableDictionary<string, object?>>(Assert.IsType<SecretValue>(outputs["b"]).Value)["k"]);
        Assert.IsType<UnknownValue>(outputs["c"]);
    }

    [Theory]
    [InlineData("""{"version": 3, "deployment": {}}""")]
    [InlineData("""{"version": 3, "deployment": {"resources": null}}""")]
    [InlineData("""{"version": 3, "deployment": {"resources": []}}""")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev"}]}}""")]
    public void What_was_never_deployed_has_no_outputs(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("", "not JSON at line 1, column 1")]
    [InlineData("{\"version\": 3,", "version: not JSON at line 1, column 14")]
    [InlineData("[]", "the key 'deployment' is missing; this is not what 'pulumi stack export' writes")]
    [InlineData("{\"schemaVersion\": 1}", "the key 'deployment' is missing; this is not what 'pulumi stack export' writes")]
    [InlineData("{\"version\": 4, \"deployment\": {}}", "version: found 4; this program reads version 3")]
    [InlineData("{\"deployment\": {}}", "version: found nothing; this program reads version 3")]
    [InlineData("{\"version\": 2, \"deployment\": {}}", "version: found 2; this program reads version 3")]
    [InlineData("{\"version\": \"\\u001b\", \"deployment\": {}}", "version: found \"\\u001b\"; this program reads version 3")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"type\": \"a:b:C\"}]}}", "deployment.resources: there is no stack among the resources")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"type\": \"pulumi:pulumi:Stack\"}]}}", "deployment.resources[0].urn: a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"type\": \"pulumi:pulumi:Stack\", \"urn\": \"urn:pulumi:prod::net::pulumi:pulumi:Stack::net-prod\"}]}}", "deployment.resources[0].urn: the export is of the stack 'net/prod', not of 'organization/net/dev'")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"type\": \"pulumi:pulumi:Stack\", \"urn\": \"urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev\", \"outputs\": []}]}}", "deployment.resources[0].outputs: an object is required")]
    public void What_is_no_export_of_the_stack_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<StackExportException>(() => Read(text)).Message);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.EndsWith(": not JSON at line 1, column 257", Assert.Throws<StackExportException>(() => Read(new string('[', 100_000))).Message);

    private static string Export(string outputs) =>
        $$$"""{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev", "outputs": {{{outputs}}}}]}}""";

    private static ImmutableDictionary<string, object?> Read(string text, string stack = Stack) => StackExportReader.Read(new StringReader(text), stack);
}
