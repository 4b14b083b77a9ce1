using Infra.Planning.Model;
using Infra.Planning.Rendering.Yaml;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Yaml;

/// <summary>How values look in a file.</summary>
public sealed class YamlTextTests
{
    [Fact]
    public void A_document_is_in_block_style_with_what_it_is_first() => Assert.Equal(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: inference
          labels:
            zone: a
        binary: {}
        data:
          empty: ""
          script.sh: |
            set -eu
              indented

            echo "done"
          unended: |-
            one
            two
        list:
        - 1
        - 2.5
        - true
        - null
        - []
        - name: x
          a: b

        """,
        YamlText.Of(Map(
            ("list", List(Number(1), Number(2.5), new PlanValue.Bool(true), PlanValue.Null.Instance, List(), Object(("a", Text("b")), ("name", Text("x"))))),
            ("data", Object(
                ("script.sh", Text("set -eu\n  indented\n\necho \"done\"\n")),
                ("unended", Text("one\ntwo")),
                ("empty", Text("")))),
            ("metadata", Object(("labels", Object(("zone", Text("a")))), ("namespace", Text("inference")), ("name", Text("settings")))),
            ("kind", Text("ConfigMap")),
            ("binary", Object()),
            ("apiVersion", Text("v1")))));

    [Theory]
    // Other parsers read no text in these.
    [InlineData("yes", "\"yes\"")]
    [InlineData("Off", "\"Off\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("", "\"\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("-1", "\"-1\"")]
    [InlineData("1.30", "\"1.30\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("0b11", "\"0b11\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("017", "\"017\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("2026-01-01", "\"2026-01-01\"")]
    [InlineData("2026-01-01T00:00:00Z", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("<<", "\"<<\"")]
    [InlineData("=", "\"=\"")]
    // They mean something to YAML.
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("#a", "\"#a\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("---", "\"---\"")]
    [InlineData("*", "\"*\"")]
    [InlineData("{a}", "\"{a}\"")]
    [InlineData("[a]", "\"[a]\"")]
    [InlineData("%a", "\"%a\"")]
    [InlineData("@a", "\"@a\"")]
    [InlineData("`a`", "\"`a`\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    // Quotes and backslashes stay readable where nothing has to be escaped.
    [InlineData("{\"a\": \"b\"}", "'{\"a\": \"b\"}'")]
    [InlineData("\\d+", "'\\d+'")]
    [InlineData("'a\"", "'''a\"'")]
    [InlineData("a\tb", "\"a\tb\"")]
    [InlineData("ü", "\"ü\"")]
    // These are only text.
    [InlineData("a", "a")]
    [InlineData("4Gi", "4Gi")]
    [InlineData("0.5Gi", "0.5Gi")]
    [InlineData("500m", "500m")]
    [InlineData("30s", "30s")]
    [InlineData("/models/a", "/models/a")]
    [InlineData("--port=8501", "--port=8501")]
    [InlineData("-c", "-c")]
    [InlineData("docker.io/tensorflow/serving:2.19.1-gpu", "docker.io/tensorflow/serving:2.19.1-gpu")]
    [InlineData("sum(rate(x{a=\"b\"}[5m])) > 0.5", "sum(rate(x{a=\"b\"}[5m])) > 0.5")]
    [InlineData("it's", "it's")]
    public void Text_is_quoted_where_a_parser_could_read_something_else(string text, string written) =>
        Assert.Equal($"k: {written}\n", YamlText.Of(Map(("k", Text(text)))));

    [Theory]
    [InlineData("on", "\"on\": 1\n")]
    [InlineData("8080", "\"8080\": 1\n")]
    [InlineData("app.kubernetes.io/name", "app.kubernetes.io/name: 1\n")]
    [InlineData("a\nb", "? \"a\\nb\"\n: 1\n")]
    public void Keys_are_quoted_like_text(string key, string written) => Assert.Equal(written, YamlText.Of(Map((key, Number(1)))));

    [Theory]
    [InlineData("\na\n", "\"\\na\\n\"")]
    [InlineData(" a\nb", "\" a\\nb\"")]
    [InlineData("a\n\n", "\"a\\n\\n\"")]
    [InlineData("a \nb", "\"a \\nb\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("a\tb\nc", "\"a\tb\\nc\"")]
    public void Lines_that_a_block_would_change_are_escaped(string text, string written) => Assert.Equal($"k: {written}\n", YamlText.Of(Map(("k", Text(text)))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(30000000000, "30000000000")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-0.0, "0")]
    public void Numbers(double number, string written) => Assert.Equal($"k: {written}\n", YamlText.Of(Map(("k", Number(number)))));

    [Fact]
    public void What_is_unknown_or_secret_can_not_be_written()
    {
        Assert.Equal("Unknown has no notation in YAML (Parameter 'value')", Assert.Throws<ArgumentException>(() => YamlText.Of(Map(("k", PlanValue.Unknown.Instance)))).Message);
        Assert.Equal("Secret has no notation in YAML (Parameter 'value')", Assert.Throws<ArgumentException>(() => YamlText.Of(Map(("k", PlanValue.Secret.Instance)))).Message);
    }
}
