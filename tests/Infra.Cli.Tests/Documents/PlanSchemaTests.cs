using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Cli.Tests.EndToEnd;
using Infra.Planning.Json;
using Infra.TestKit;
using Infra.TestKit.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Documents;

/// <summary>The schema of plans: it is up to date, real plans are valid, and its verdict is the reader's.</summary>
public sealed partial class PlanSchemaTests
{
    private static readonly JObject _schema = JObject.Parse(PlanSchema.Text);

    private static readonly string[] _values =
        ["null", "true", "false", "0", "1", "-1", "1.5", "2", "1e12", "\"\"", "\"text\"", "\"urn:pulumi:dev::p::t::n\"", "\"urn:pulumi:dev::p::a$$b::n\"", "[]", "{}", "[null]", "{\"a\": 1}",
         "{\"$unknown\": true}", "{\"$secret\": true}", "{\"$secret\": \"s\"}", "{\"$secret\": true, \"a\": 1}", "{\"$$secret\": 1}", "[{\"$unknown\": false}]",
         "{\"$asset\": {\"text\": \"x\"}}", "{\"$asset\": {\"path\": \"x\", \"sha256\": \"00\"}}", "{\"$asset\": {\"assets\": {}}}", "{\"$archive\": {\"assets\": {\"a\": {\"$asset\": {\"uri\": \"x\"}}}}}", "{\"$archive\": 1}", "{\"$$asset\": 1}"];

    private static readonly string[] _keys = ["extra", "urn", "$unknown", "$secret", "$asset", "path", "text", "sha256", "protect", "create", "Id", "inputs", "customTimeouts", "ignoreChanges"];

    [Fact]
    public void The_file_is_up_to_date() => Golden.MatchDocument(PlanSchema.Text, PlanSchema.File);

    [Theory]
    [InlineData("dev")]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task Plans_of_shipped_environments_are_valid(string environment) =>
        Assert.Equal([], SchemaCheck.Problems(_schema, JObject.Parse(PlanJson.ToText(await ShippedPlans.OfAsync(environment)))));

    [Fact]
    public void Every_property_has_a_description() => Assert.Equal(
        [],
        _schema.Descendants().OfType<JProperty>()
            .Where(property => property.Name == "properties" && property.Parent!["type"] is not null)
            .SelectMany(property => ((JObject)property.Value).Properties())
            .Where(key => ((string?)key.Value["description"])?.EndsWith('.') != true)
            .Select(key => key.Path));

    [Fact]
    public void It_says_where()
    {
        var plan = Sample();
        plan["resources"]![1]!["options"]!["protected"] = true;
        plan["resources"]![0]!["urn"] = "urn:pulumi:dev";

        Assert.Equal(["$.resources[0].urn: pattern", "$.resources[1].options: additionalProperties"], SchemaCheck.Problems(_schema, plan));
    }

    [Fact]
    public void What_the_reader_refuses_is_invalid_and_the_other_way_round()
    {
        var mutation = from place in Gen.Choose(0, 9_999)
                       from what in Gen.Choose(0, 3)
                       from value in Gen.Choose(0, 9_999)
                       select (place, what, value);
        Prop.ForAll(Arb.From(mutation), m =>
        {
            var plan = Sample();
            Mutate(plan, m.place, m.what, m.value);
            var refusal = Refusal(plan.ToString());

            if (refusal is null || !OnlyTheReader().IsMatch(refusal))
            {
                Assert.Equal((m, refusal, refusal is null), (m, refusal, !SchemaCheck.Problems(_schema, plan).Any()));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(20_261_122, 5));
    }

    /// <summary>Every key of a plan, and a value of every kind.</summary>
    private static JObject Sample() => Parse(
        """
        {
          "schemaVersion": 1, "project": "p", "stack": "dev",
          "resources": [
            {"urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "type": "pulumi:pulumi:Stack", "name": "p-dev", "inputs": {}, "dependencies": [], "options": {}, "outputs": {"url": {"$unknown": true}}},
            {"urn": "urn:pulumi:dev::p::pulumi:providers:aws::aws", "type": "pulumi:providers:aws", "name": "aws", "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "inputs": {}, "dependencies": [], "options": {}},
            {"urn": "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b", "type": "aws:s3/bucket:Bucket", "name": "b", "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
             "provider": "urn:pulumi:dev::p::pulumi:providers:aws::aws", "id": "b-1",
             "inputs": {"a": [null, true, 1, 1.5, "x", {"b": {"$secret": true}}, {"$asset": {"path": "a", "sha256": "00"}}, {"$archive": {"assets": {"a": {"$asset": {"text": "x"}}, "b": {"$archive": {"uri": "x"}}}}}], "$$secret": 1}, "dependencies": ["urn:pulumi:dev::p::pulumi:providers:aws::aws"],
             "options": {"protect": true, "retainOnDelete": false, "deleteBeforeReplace": true, "ignoreChanges": ["a"], "replaceOnChanges": ["b"], "replaceWith": ["urn:pulumi:dev::p::pulumi:providers:aws::aws"],
               "hideDiffs": ["c"], "additionalSecretOutputs": ["d"], "aliases": ["urn:pulumi:dev::p::x:y:Z::old"], "deletedWith": "urn:pulumi:dev::p::pulumi:providers:aws::aws", "version": "7.0.0",
               "pluginDownloadURL": "https://plugins.example", "import": "b-1", "customTimeouts": {"create": 60, "update": 0.5, "delete": 1}}}
          ]
        }
        """);

    private static void Mutate(JObject plan, int place, int what, int value)
    {
        var nodes = plan.Descendants().Where(node => node is not JProperty).ToList();
        var node = nodes[place % nodes.Count];
        var by = Parse($"{{\"v\": {_values[value % _values.Length]}}}")["v"]!;
        switch (what)
        {
            case 0:
                node.Replace(by);
                break;
            case 1 when node is JObject map:
                map[_keys[value % _keys.Length]] = by;
                break;
            case 2 when node.Parent is JProperty property:
                property.Remove();
                break;
            case 3 when node is JArray list:
                list.Add(by);
                break;
        }
    }

    private static string? Refusal(string text)
    {
        try
        {
            PlanJson.Read(new StringReader(text));
            return null;
        }
        catch (PlanFormatException e)
        {
            return e.Message;
        }
    }

    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    // What no JSON Schema can say, because it compares one part of the document with another.
    [GeneratedRegex("the resource's URN says|is not the URN of an earlier resource|an earlier resource has the URN|only a custom resource is read")]
    private static partial Regex OnlyTheReader();
}
