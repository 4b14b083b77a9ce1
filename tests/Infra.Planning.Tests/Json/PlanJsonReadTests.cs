using Infra.Planning.Json;

namespace Infra.Planning.Tests.Json;

public class PlanJsonReadTests
{
    private const string Stack = "\"urn\": \"urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev\", \"type\": \"pulumi:pulumi:Stack\", \"name\": \"p-dev\"";

    [Fact]
    public void What_was_written_is_read()
    {
        var plan = SamplePlan.Create();

        var read = PlanJson.Read(new StringReader(PlanJson.ToText(plan)));

        Assert.Equal(plan, read);
    }

    [Theory]
    [InlineData("", "plan: the document ends here; it is not complete")]
    [InlineData("[]", "plan: found a list; an object is required")]
    [InlineData("{}", "plan: the key 'schemaVersion' is missing")]
    [InlineData("{ \"schemaVersion\": 2 }", "plan, schemaVersion: found the number 2; this program reads version 1")]
    [InlineData("{ \"schemaVersion\": \"1\" }", "plan, schemaVersion: found the text '1'; a number is required")]
    [InlineData("{ \"schemaVersion\": 1 }", "plan: the key 'project' is missing")]
    [InlineData("{ \"schemaVersion\": 1, \"project\": \"p\", \"stack\": \"dev\" }", "plan: the key 'resources' is missing")]
    [InlineData("{ \"projekt\": \"p\" }", "plan, projekt: unknown key; allowed are schemaVersion, project, stack, resources")]
    [InlineData("{ \"project\": \"p\", \"project\": \"q\" }", "plan, project: the key 'project' occurs twice")]
    [InlineData("{ \"project\": 'p' }", "plan, project: not JSON at line 1, column 16")]
    [InlineData("{ project: \"p\" }", "plan, project: not JSON at line 1, column 10")]
    [InlineData("{ /* a comment */ }", "plan: not JSON at line 1, column 17")]
    [InlineData("{ \"schemaVersion\": NaN }", "plan, schemaVersion: the number is out of range")]
    [InlineData("{ \"project\": \"p\"", "plan, project: the document ends here; it is not complete")]
    [InlineData("{\n  \"project\": %\n}", "plan, project: not JSON at line 2, column 13")]
    public void A_document_that_is_no_plan_is_refused(string text, string message) => AssertRefused(text, message);

    [Theory]
    [InlineData("{}", "plan, resources[0]: the key 'urn' is missing")]
    [InlineData("{ \"urn\": \"aws\" }", "plan, resources[0].urn: found the text 'aws'; a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME")]
    [InlineData("{ \"urn\": null }", "plan, resources[0].urn: found null; text is required")]
    [InlineData("{ \"ids\": 1 }", "plan, resources[0].ids: unknown key; allowed are urn, type, name, parent, provider, id, inputs, dependencies, options, outputs")]
    [InlineData("{ \"id\": 1 }", "plan, resources[0].id: found the number 1; text is required")]
    [InlineData("{ " + Stack + ", \"id\": \"x\", \"inputs\": {}, \"dependencies\": [], \"options\": {} }", "plan, resources[0].id: found 'x'; only a custom resource is read")]
    [InlineData("{ \"dependencies\": [\"x\"] }", "plan, resources[0].dependencies[0]: found the text 'x'; a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME")]
    [InlineData("{ \"inputs\": { \"a\": { \"$unknown\": false } } }", "plan, resources[0].inputs.a.$unknown: found false; $unknown can only be true")]
    [InlineData("{ \"inputs\": { \"a\": { \"$secret\": \"s3cr3t\" } } }", "plan, resources[0].inputs.a.$secret: found text; $secret can only be true")]
    [InlineData("{ \"inputs\": { \"a\": { \"$secret\": true, \"b\": 1 } } }", "plan, resources[0].inputs.a.b: $unknown, $secret, $asset and $archive stand alone in their object; a real property of that name is written with one more '$'")]
    [InlineData("{ \"inputs\": { \"a\": { \"$secret\": true, \"$unknown\": true } } }", "plan, resources[0].inputs.a.$unknown: $unknown, $secret, $asset and $archive stand alone in their object; a real property of that name is written with one more '$'")]
    [InlineData("{ \"inputs\": { \"$unknown\": true } }", "plan, resources[0].inputs: found a marker in the place of the properties; these themselves are required")]
    [InlineData("{ \"inputs\": { \"a\": { \"$asset\": true } } }", "plan, resources[0].inputs.a.$asset: found true; an object is required")]
    [InlineData("{ \"inputs\": { \"a\": { \"$asset\": {} } } }", "plan, resources[0].inputs.a.$asset: an asset is one of path (with sha256 or without), uri and text")]
    [InlineData("{ \"inputs\": { \"a\": { \"$asset\": { \"text\": \"x\", \"uri\": \"y\" } } } }", "plan, resources[0].inputs.a.$asset: an asset is one of path (with sha256 or without), uri and text")]
    [InlineData("{ \"inputs\": { \"a\": { \"$asset\": { \"path\": 3 } } } }", "plan, resources[0].inputs.a.$asset: an asset is one of path (with sha256 or without), uri and text")]
    [InlineData("{ \"inputs\": { \"a\": { \"$archive\": { \"text\": \"x\" } } } }", "plan, resources[0].inputs.a.$archive: an archive is one of path (with sha256 or without), uri and assets")]
    [InlineData("{ \"inputs\": { \"a\": { \"$archive\": { \"assets\": { \"b\": \"x\" } } } } }", "plan, resources[0].inputs.a.$archive: an archive is one of path (with sha256 or without), uri and assets")]
    [InlineData("{ \"inputs\": { \"a\": 1e999 } }", "plan, resources[0].inputs.a: the number is out of range")]
    [InlineData("{ \"options\": { \"protected\": true } }", "plan, resources[0].options.protected: unknown key; allowed are protect, retainOnDelete, deleteBeforeReplace, ignoreChanges, replaceOnChanges, replaceWith, hideDiffs, additionalSecretOutputs, aliases, deletedWith, version, pluginDownloadURL, import, customTimeouts")]
    [InlineData("{ \"options\": { \"protect\": \"yes\" } }", "plan, resources[0].options.protect: found the text 'yes'; true or false is required")]
    [InlineData("{ \"options\": { \"customTimeouts\": { \"create\": -1 } } }", "plan, resources[0].options.customTimeouts.create: found the number -1; a time in seconds is required, from 0 to 922337203685")]
    [InlineData("{ \"options\": { \"customTimeouts\": { \"read\": 1 } } }", "plan, resources[0].options.customTimeouts.read: unknown key; allowed are create, update, delete")]
    [InlineData("{ " + Stack + " }", "plan, resources[0]: the key 'inputs' is missing")]
    [InlineData("{ \"urn\": \"urn:pulumi:dev::p::a:b:C::n\", \"type\": \"a:b:D\", \"name\": \"n\", \"inputs\": {}, \"dependencies\": [], \"options\": {} }", "plan, resources[0].type: found 'a:b:D'; the resource's URN says 'a:b:C'")]
    [InlineData("{ \"urn\": \"urn:pulumi:dev::p::a:b:C::n\", \"type\": \"a:b:C\", \"name\": \"m\", \"inputs\": {}, \"dependencies\": [], \"options\": {} }", "plan, resources[0].name: found 'm'; the resource's URN says 'n'")]
    [InlineData("{ \"urn\": \"urn:pulumi:dev::p::a:b:C::n\", \"type\": \"a:b:C\", \"name\": \"n\", \"parent\": \"urn:pulumi:dev::p::a:b:C::n\", \"inputs\": {}, \"dependencies\": [], \"options\": {} }", "plan, resources[0].parent: 'urn:pulumi:dev::p::a:b:C::n' is not the URN of an earlier resource")]
    [InlineData("{ " + Stack + ", \"inputs\": {}, \"dependencies\": [], \"options\": {} }, { " + Stack + ", \"inputs\": {}, \"dependencies\": [], \"options\": {} }", "plan, resources[1].urn: an earlier resource has the URN 'urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev' too")]
    public void A_resource_that_is_none_is_refused(string resources, string message) =>
        AssertRefused($$"""{ "schemaVersion": 1, "project": "p", "stack": "dev", "resources": [{{resources}}] }""", message);

    [Fact]
    public void Text_after_the_plan_is_refused() =>
        AssertRefused(PlanJson.ToText(SamplePlan.Create()) + "{}", "plan: not JSON at line 105, column 1");

    [Fact]
    public void Nesting_without_end_is_refused_rather_than_overflowing_the_stack()
    {
        var deep = new string('[', 100_000);

        var refused = Assert.Throws<PlanFormatException>(() => PlanJson.Read(new StringReader(
            $$"""{ "resources": [{ "inputs": { "a": {{deep}} """)));

        Assert.EndsWith("[0][0][0][0][…: more than 256 levels deep", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parents_without_end_are_refused_too()
    {
        var resources = Enumerable.Range(0, 257).Select(i =>
            $$"""{ "urn": "urn:pulumi:dev::p::a:b:C::{{i}}", "type": "a:b:C", "name": "{{i}}", {{(i == 0 ? "" : $"\"parent\": \"urn:pulumi:dev::p::a:b:C::{i - 1}\",")}} "inputs": {}, "dependencies": [], "options": {} }""");

        AssertRefused(
            $$"""{ "schemaVersion": 1, "project": "p", "stack": "dev", "resources": [{{string.Join(',', resources)}}] }""",
            "plan, resources[256].parent: more than 256 resources one inside the other");
    }

    [Theory]
    [InlineData("{ \"\\u001b[2J\": 1 }", "plan, ['\\u001b[2J']: unknown key; allowed are schemaVersion, project, stack, resources")]
    [InlineData("{ \"project\": 1, \"a\\u001b\": 1 }", "plan, project: found the number 1; text is required")]
    [InlineData("{ \"schemaVersion\": \"\\u001b]0;\\u0007\" }", "plan, schemaVersion: found the text '\\u001b]0;\\u0007'; a number is required")]
    public void No_message_commands_a_terminal(string text, string message) => AssertRefused(text, message);

    private static void AssertRefused(string text, string message)
    {
        var refused = Assert.Throws<PlanFormatException>(() => PlanJson.Read(new StringReader(text)));

        Assert.Equal(message, refused.Message);
    }
}
