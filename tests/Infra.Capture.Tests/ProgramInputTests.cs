namespace Infra.Capture.Tests;

/// <summary>The inputs are what the program asked for, not what the provider made of it.</summary>
public sealed class ProgramInputTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string ConfigMap = "kubernetes:core/v1:ConfigMap";

    [Theory]
    // A generated name at the top, a default further in.
    [InlineData(Bucket, """, "inputs": {"__defaults": ["bucket"], "bucket": "x-1a2b", "forceDestroy": true}""", """{"forceDestroy":true}""")]
    [InlineData(Bucket, """, "inputs": {"__defaults": [], "versioning": {"__defaults": ["mfaDelete"], "enabled": true, "mfaDelete": false}}""", """{"versioning":{"enabled":true}}""")]
    [InlineData(Bucket, """, "inputs": {"__defaults": [], "rules": [{"__defaults": ["b"], "a": 1, "b": 2}, 3]}""", """{"rules":[{"a":1},3]}""")]
    // What the program gave is known by name.
    [InlineData(Bucket, """, "inputs": {"tags": {"a": "b"}, "tagsAll": {"a": "b", "team": "ml"}}, "propertyDependencies": {"tags": []}""", """{"tags":{"a":"b"}}""")]
    [InlineData(Bucket, """, "inputs": {"a": 1}, "propertyDependencies": {"a": [], "b": ["urn:pulumi:dev::p::t::y"]}""", """{"a":1,"b":{"$unknown":true}}""")]
    [InlineData(Bucket, """, "inputs": {"a": 1, "b": 2}, "propertyDependencies": {}""", """{"a":1,"b":2}""")]
    [InlineData(Bucket, """, "inputs": {"a": 1, "__meta": 2}""", """{"a":1}""")]
    // Kubernetes.
    [InlineData(ConfigMap, """, "inputs": {"data": {"a": "b"}, "metadata": {"annotations": {"pulumi.com/autonamed": "true"}, "name": "x-1a2b"}}""", """{"data":{"a":"b"}}""")]
    [InlineData(ConfigMap, """, "inputs": {"metadata": {"annotations": {"pulumi.com/autonamed": "true", "own": "y"}, "name": "x-1a2b", "namespace": "n"}}""", """{"metadata":{"annotations":{"own":"y"},"namespace":"n"}}""")]
    [InlineData(ConfigMap, """, "inputs": {"metadata": {"annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"}, "name": "mine"}}""", """{"metadata":{"name":"mine"}}""")]
    [InlineData(ConfigMap, """, "inputs": {"metadata": {"annotations": {"pulumi.com/skipAwait": "true"}, "name": "mine"}}""", """{"metadata":{"annotations":{"pulumi.com/skipAwait":"true"},"name":"mine"}}""")]
    // An object of another provider may be called so.
    [InlineData(Bucket, """, "inputs": {"metadata": {"annotations": {"pulumi.com/autonamed": "true"}, "name": "mine"}}""", """{"metadata":{"annotations":{"pulumi.com/autonamed":"true"},"name":"mine"}}""")]
    public void Of_a_custom_resource(string type, string state, string expected) => Assert.Equal(expected, Documents.InputsOf(Documents.Resource(type, state)));

    [Theory]
    [InlineData(""" "stringData": [] """, """{"stringData":{"$secret":true}}""")]
    [InlineData(""" "stringData": [], "data": [] """, """{"data":{"$secret":true},"stringData":{"$secret":true}}""")]
    [InlineData(""" "data": [] """, """{"data":{"$secret":true}}""")]
    public void Text_of_a_secret_becomes_data(string given, string expected) => Assert.Equal(
        expected,
        Documents.InputsOf(Documents.Resource(
            "kubernetes:core/v1:Secret",
            $$""", "inputs": {"data": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:a"} }, "propertyDependencies": { {{given}} }""")));

    [Fact]
    public void Text_that_is_no_secret_is_unknown_once_it_is_data() => Assert.Equal(
        """{"stringData":{"$unknown":true}}""",
        Documents.InputsOf(Documents.Resource("kubernetes:core/v1:Secret", """, "inputs": {"data": {"a": "Yg=="}}, "propertyDependencies": {"stringData": []}""")));

    [Fact]
    public void Of_a_component_all() =>
        Assert.Equal("""{"__defaults":["a"],"a":1}""", Documents.InputsOf(Documents.Component("""{"a": 1, "__defaults": ["a"]}""")));
}
