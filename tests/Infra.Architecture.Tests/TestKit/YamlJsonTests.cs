using Infra.TestKit.Kubernetes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The reader of manifests takes for text only what every parser of YAML 1.1 does.</summary>
public sealed class YamlJsonTests
{
    [Theory]
    [InlineData("yes", "true")]
    [InlineData("OFF", "false")]
    [InlineData("n", "false")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("12", "12")]
    [InlineData("-1_000", "-1000")]
    [InlineData("0x1F", "31")]
    [InlineData("0b101", "5")]
    [InlineData("017", "15")]
    [InlineData("08", "8.0")]
    [InlineData("1e3", "1000.0")]
    [InlineData(".5", "0.5")]
    [InlineData("12:30", "\"1970-01-01T00:00:00Z\"")]
    [InlineData("2026-03-01", "\"1970-01-01T00:00:00Z\"")]
    [InlineData("\"yes\"", "\"yes\"")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("4Gi", "\"4Gi\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("nope", "\"nope\"")]
    public void A_scalar_is_what_kubectl_reads(string written, string json) =>
        Assert.Equal(json, YamlJson.Parse($"k: {written}\n")["k"]!.ToString(Formatting.None));

    [Fact]
    public void A_date_is_no_text() => Assert.Equal(JTokenType.Date, YamlJson.Parse("k: 2026-03-01\n")["k"]!.Type);

    [Theory]
    [InlineData("on: 1\n", "on")]
    [InlineData("8080: 1\n", "8080")]
    public void A_key_has_to_be_text(string yaml, string key) =>
        Assert.EndsWith($"the key '{key}' is no text", Assert.Throws<InvalidOperationException>(() => YamlJson.Parse(yaml)).Message);
}
