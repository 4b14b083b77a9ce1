using Infra.Planning.Model;

namespace Infra.Capture.Tests;

/// <summary>What Pulumi writes in the place of values that JSON has no notation for.</summary>
public sealed class ValueTests
{
    private const string Sig = "\"4dabf18193072939515e22adb298388d\"";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("1.5", "1.5")]
    [InlineData("12345678901234567890", "1.2345678901234567E+19")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("\"" + Unknown + "\"", """{"$unknown":true}""")]
    [InlineData("\"http://" + Unknown + "/\"", "\"http://" + Unknown + "/\"")]
    [InlineData("[1, {\"a\": \"" + Unknown + "\"}]", """[1,{"a":{"$unknown":true}}]""")]
    [InlineData("\"[secret]\"", "\"[secret]\"")]
    [InlineData("{" + Sig + ": \"1b47061264138c4ac30d75fd1eb44270\", \"ciphertext\": \"v1:abc\"}", """{"$secret":true}""")]
    [InlineData("{" + Sig + ": \"1b47061264138c4ac30d75fd1eb44270\", \"plaintext\": \"\\\"hunter2\\\"\"}", """{"$secret":true}""")]
    [InlineData("{\"plaintext\": \"\\\"hunter2\\\"\", " + Sig + ": \"1b47061264138c4ac30d75fd1eb44270\"}", """{"$secret":true}""")]
    [InlineData("{" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"hash\": \"ab\", \"path\": \"./x.py\"}", """{"$asset":{"path":"./x.py","sha256":"ab"}}""")]
    [InlineData("{" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"hash\": \"ab\", \"text\": \"hi\"}", """{"$asset":{"text":"hi"}}""")]
    [InlineData("{" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"hash\": \"ab\", \"uri\": \"https://a/b\"}", """{"$asset":{"uri":"https://a/b"}}""")]
    [InlineData("{" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"hash\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}", """{"$asset":{"text":""}}""")]
    [InlineData("{" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"hash\": \"ab\"}", """{"$unknown":true}""")]
    [InlineData("{" + Sig + ": \"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"ab\", \"path\": \"./dir\"}", """{"$archive":{"path":"./dir"}}""")]
    [InlineData("{" + Sig + ": \"0def7320c3a5731c473e5ecbe6d01bc7\", \"assets\": {\"f\": {" + Sig + ": \"c44067f5952c0a294b673a41bacd8c17\", \"text\": \"hi\"}}}", """{"$archive":{"assets":{"f":{"$asset":{"text":"hi"}}}}}""")]
    [InlineData("{" + Sig + ": \"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"ab\"}", """{"$unknown":true}""")]
    [InlineData("{" + Sig + ": \"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:x\", \"id\": \"i-1\", \"packageVersion\": \"\"}", "\"i-1\"")]
    [InlineData("{" + Sig + ": \"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:x\", \"id\": \"\", \"packageVersion\": \"\"}", """{"$unknown":true}""")]
    [InlineData("{" + Sig + ": \"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:x\", \"packageVersion\": \"\"}", "\"urn:x\"")]
    [InlineData("{" + Sig + ": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\", \"value\": 1}", "1")]
    [InlineData("{" + Sig + ": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\", \"value\": 1, \"secret\": true}", """{"$secret":true}""")]
    [InlineData("{" + Sig + ": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\"}", """{"$unknown":true}""")]
    [InlineData("{" + Sig + ": \"803fd3297a5875dc03ca845dda5d2a98\", \"value\": \"AGhl\"}", """{"$unknown":true}""")]
    [InlineData("{" + Sig + ": \"8ad145fe-0d11-4827-bfd7-1abcbf086f5c\", \"value\": \"7ff0000000000000\"}", """{"$unknown":true}""")]
    [InlineData("{\"$unknown\": 1}", """{"$$unknown":1}""")]
    public void A_value_of_a_state(string value, string expected) =>
        Assert.Equal("{\"a\":" + expected + "}", Documents.InputsOf(Documents.Resource("aws:s3/bucket:Bucket", $$""", "inputs": {"a": {{value}} }""")));

    [Fact]
    public void A_secret_of_a_preview_is_a_text()
    {
        var plan = Documents.Read(Documents.Preview(Documents.Stack, Documents.Resource("aws:s3/bucket:Bucket", """, "inputs": {"a": "[secret]", "b": ["[secret]"]}"""))).Plan;

        Assert.Equal(
            ValueMap.Create([new("a", PlanValue.Secret.Instance), new("b", new PlanValue.List([PlanValue.Secret.Instance]))]),
            plan.Resources[1].Inputs);
    }

    [Fact]
    public void A_text_that_occurs_again_is_the_same_object()
    {
        var inputs = Documents.ReadOne(Documents.Resource("aws:s3/bucket:Bucket", """, "inputs": {"a": "same", "b": ["same"]}""")).Inputs;

        Assert.Same(inputs["a"], ((PlanValue.List)inputs["b"]).Items[0]);
    }
}
