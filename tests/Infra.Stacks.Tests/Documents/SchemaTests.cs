using System.Reflection;
using Infra.Core.Configuration;
using Infra.Stacks.Tests.Settings;
using Infra.TestKit;
using Infra.TestKit.Json;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The JSON Schema of the environment files: it is up to date, and its verdict is the binder's.</summary>
public sealed class SchemaTests
{
    // What takes more than JSON Schema: an order of quantities, and a rule over the whole value.
    private static readonly string[] _onlyTheBinder = ["pools[0].rootVolume = \"19Gi\"", "pools[0].rootVolume = \"20.5Gi\"", """monitoring = {"prometheus": {}}"""];

    private static readonly JObject _schema = JObject.Parse(EnvironmentSchema.Text);

    [Fact]
    public void The_file_is_up_to_date() => Golden.MatchDocument(EnvironmentSchema.Text, EnvironmentSchema.File);

    [Theory]
    [InlineData("dev")]
    [InlineData("local")]
    [InlineData("prod")]
    public void Shipped_environments_are_valid_and_name_it(string environment)
    {
        var file = RepositoryRoot.Combine($"Pulumi.{environment}.yaml");

        Assert.Equal([], SchemaCheck.Problems(_schema, YamlJson.Read(file)));
        Assert.Equal($"# yaml-language-server: $schema={EnvironmentSchema.File}", File.ReadLines(file).First());
    }

    public static TheoryData<string, string?, bool> Samples()
    {
        var samples = new TheoryData<string, string?, bool>();
        foreach (var test in typeof(ShapeTests).GetMethods().OrderBy(method => method.MetadataToken))
        {
            foreach (var data in test.GetCustomAttributes<InlineDataAttribute>().Select(attribute => attribute.GetData(test).Single()))
            {
                switch (data)
                {
                    case [string path, string json, string problem]:
                        samples.Add(path, json, problem.Length == 0);
                        break;
                    case [string path, _] when test.Name == nameof(ShapeTests.A_missing_key_is_named):
                        samples.Add(path, null, false);
                        break;
                    case [string path, ..]:
                        samples.Add(path, """{"secure": "AAABAKhunter2"}""", false);
                        break;
                }
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    [InlineData("pools[0].taints", """[{"key": "team", "effect": "NO_SCHEDULE"}]""", false)]
    [InlineData("pools[0].amiReleaseVersion", "\"1.34\"", false)]
    [InlineData("models[0].gpus", "null", true)]
    [InlineData("models[0].gpus", "1.0", true)]
    [InlineData("models[0].gpus", "1.5", false)]
    [InlineData("models[0].replicas", "2147483648", false)]
    [InlineData("models[0].size", "1048576", true)]
    [InlineData("models[0].size", "-1", false)]
    [InlineData("models[0].resources", """{"cpu": 0.5, "memory": "1.5Gi"}""", true)]
    [InlineData("models[0].resources", """{"cpu": null}""", false)]
    [InlineData("models[0].clientNamespaces", "[1]", false)]
    [InlineData("pools[0].labels", """{"secure": "a", "team": "b"}""", true)]
    [InlineData("aws.tags", """{"cost-centre": 42}""", false)]
    [InlineData("models[0].source", "\"s3://models/reader\"", true)]
    public void Its_verdict_is_the_binders(string path, string? json, bool isValid)
    {
        var sample = SampleConfig.Eks().With(path, json);
        var problems = SchemaCheck.Problems(_schema, JObject.Parse(sample.Document())).ToArray();

        Assert.Equal(isValid, sample.Problems().Length == 0);
        Assert.Equal(isValid || _onlyTheBinder.Contains($"{path} = {json}"), problems.Length == 0);
    }

    [Fact]
    public void It_says_where() => Assert.Equal(
        ["$.config.gpu-inference:pools[0].capacity.max: maximum", "$.config.gpu-inference:models[0]: additionalProperties"],
        SchemaCheck.Problems(_schema, JObject.Parse(SampleConfig.Eks().With("pools[0].capacity.max", "1001").With("models[0].gpu", "1").Document())));

    [Theory]
    [InlineData("""{"config": {"gpu-inference:cluster": {}, "pulumi:disable-default-providers": ["*"], "aws:region": 1, "kubernetes:config:context": {}}}""", "")]
    [InlineData("""{"config": {"gpu-inference:cluster": {}}, "environment": ["a"], "secretsprovider": "x", "encryptionsalt": "y", "encryptedkey": "z"}""", "")]
    [InlineData("""{"config": {"gpu-inference:cluster": {}}, "confg": {}}""", "$: additionalProperties")]
    [InlineData("""{"config": {"gpu-inference:cluster": {}, "gpu-inference:": 1}}""", "$.config: additionalProperties")]
    [InlineData("""{"config": {"gpu-inference:cluster": {}, "gpu-inference:config:pool": []}}""", "$.config: additionalProperties")]
    [InlineData("""{"config": {"gpu-inference:cluster": {}, "pools": []}}""", "$.config: additionalProperties")]
    [InlineData("""{"config": {}}""", "$.config: required")]
    [InlineData("{}", "$: required")]
    [InlineData("[]", "$: type")]
    public void Only_the_projects_own_keys_are_its_business(string document, string problem) =>
        Assert.Equal(problem, string.Join('\n', SchemaCheck.Problems(_schema, JToken.Parse(document))));

    [Fact]
    public void Every_key_has_a_description()
    {
        var keys = _schema.Descendants().OfType<JProperty>()
            .Where(property => property.Name is "properties" or "patternProperties" && property.Value is JObject)
            .SelectMany(property => ((JObject)property.Value).Properties())
            .ToArray();

        Assert.Contains(keys, key => key.Name == "latencyP95Seconds");
        Assert.Equal([], keys.Where(key => ((string?)key.Value["description"])?.TrimEnd().EndsWith('.') != true).Select(key => key.Path));
    }

    [Fact]
    public void It_has_the_keys_that_are_read()
    {
        var message = SampleConfig.Eks().With("queues", "[]").Problems();

        Assert.EndsWith($"unknown key; there are: {string.Join(", ", TopLevel.Keys.Select(key => key.Name).Concat(SecretKey.All.Select(secret => secret.Name)))}", message);
    }

    [Fact]
    public void A_keyword_that_nobody_checks_is_an_error() => Assert.Equal(
        "$: the keyword 'oneOf' is not checked",
        Assert.Throws<NotSupportedException>(() => SchemaCheck.Problems(JObject.Parse("""{"oneOf": []}"""), new JObject()).ToArray()).Message);

    [Fact]
    public void Defaults_are_those_of_the_records() => Assert.Equal(
        """{"capacityType":"onDemand","labels":{},"perZone":false,"taints":[],"zones":[]}""",
        Defaults("gpu-inference:pools", "capacityType", "labels", "perZone", "rootVolume", "taints", "zones", "capacity", "name"));

    private static string Defaults(string list, params string[] keys)
    {
        var properties = _schema.SelectToken($"$.properties.config.properties['{list}'].items.properties")!;
        return new JObject(keys.Where(key => properties[key]!["default"] is not null).Select(key => new JProperty(key, properties[key]!["default"]))).ToString(Newtonsoft.Json.Formatting.None);
    }
}
