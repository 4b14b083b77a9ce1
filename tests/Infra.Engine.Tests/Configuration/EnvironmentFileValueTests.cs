using Infra.Engine.Configuration;

namespace Infra.Engine.Tests.Configuration;

/// <summary>What the text of a value becomes by the time the program reads it.</summary>
public class EnvironmentFileValueTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("hello world # comment", "hello world")]
    [InlineData("\"quoted\\ttext\"", "quoted\ttext")]
    [InlineData("'it''s'", "it's")]
    [InlineData("|\n    two\n    lines", "two\nlines\n")]
    [InlineData(">-\n    folded\n    text", "folded text")]
    [InlineData("yes", "yes")]
    [InlineData("on", "on")]
    [InlineData("y", "y")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("tRUE", "tRUE")]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("\"\"", "")]
    [InlineData("42", "42")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("017", "15")]
    [InlineData("08", "8")]
    [InlineData("0b101", "5")]
    [InlineData("-0x10", "-16")]
    [InlineData("0xZZ", "0xZZ")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("18446744073709551616", "18446744073709552000")]
    [InlineData("1.30", "1.3")]
    [InlineData("\"1.30\"", "1.30")]
    [InlineData("!!str 1.30", "1.30")]
    [InlineData("!!float 3", "3")]
    [InlineData("!!int \"3\"", "3")]
    [InlineData("!region eu-west-1", "eu-west-1")]
    [InlineData("1.5e3", "1500")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1.25e-7", "1.25e-7")]
    [InlineData("-1234567890123456.5", "-1234567890123456.5")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e999", "1e999")]
    [InlineData(".", ".")]
    [InlineData("-", null)]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("12:30", "12:30")]
    [InlineData("10m", "10m")]
    [InlineData("2026-03-01", "2026-03-01 00:00:00 +0000 UTC")]
    [InlineData("2026-3-1", "2026-03-01 00:00:00 +0000 UTC")]
    [InlineData("'2026-03-01'", "2026-03-01")]
    [InlineData("2026-02-30", "2026-02-30")]
    [InlineData("2026-03-01T10:20:30.500Z", "2026-03-01 10:20:30.5 +0000 UTC")]
    [InlineData("2026-03-01T10:20:30+02:00", "2026-03-01 10:20:30 +0200 +0200")]
    [InlineData("2026-03-01 10:20:30", "2026-03-01 10:20:30 +0000 UTC")]
    public void A_scalar_becomes_what_pulumi_makes_of_it(string yaml, string? expected)
    {
        var file = Parse($"config:\n  p:key: {yaml}\n");

        if (expected is null)
        {
            Assert.Equal("1 problem in Pulumi.dev.yaml:\n  line 2, column 10: block sequence entries are not allowed in this context", file.Problems.Render(file.FileName));
        }
        else
        {
            Assert.Equal("", file.Problems.Render(file.FileName));
            Assert.Equal(expected, file.Config["p:key"]);
        }
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[a, 1, 1.50, true, ~, \"2\"]", "[\"a\",1,1.5,true,null,\"2\"]")]
    [InlineData("{ z: 1, a: { y: 2, b: [x] } }", "{\"z\":1,\"a\":{\"y\":2,\"b\":[\"x\"]}}")]
    [InlineData("\n    - name: t4\n      labels:\n        a/b: yes\n    - name: a100", "[{\"name\":\"t4\",\"labels\":{\"a/b\":\"yes\"}},{\"name\":\"a100\"}]")]
    [InlineData("{ 1: a, true: b, ~: c, 0x10: d, 1.50: e }", "{\"1\":\"a\",\"true\":\"b\",\"<nil>\":\"c\",\"16\":\"d\",\"1.5\":\"e\"}")]
    [InlineData("\n    - &base { cpu: 1, gpu: 2 }\n    - *base\n    - { <<: *base, gpu: 4 }", "[{\"cpu\":1,\"gpu\":2},{\"cpu\":1,\"gpu\":2},{\"gpu\":4,\"cpu\":1}]")]
    [InlineData("{ <<: [{ a: 1 }, { a: 2, b: 3 }], c: 4 }", "{\"c\":4,\"a\":1,\"b\":3}")]
    [InlineData("{ \"<<\": 1 }", "{\"<<\":1}")]
    [InlineData("{ text: \"a\\\"b\\u2028\" }", "{\"text\":\"a\\\"b\\u2028\"}")]
    [InlineData("[2026-03-01]", "[\"2026-03-01 00:00:00 +0000 UTC\"]")]
    public void A_structure_becomes_json_in_the_order_of_the_file(string yaml, string expected)
    {
        var file = Parse($"config:\n  p:key: {yaml}\n");

        Assert.Equal("", file.Problems.Render(file.FileName));
        Assert.Equal(expected, file.Config["p:key"]);
    }

    [Theory]
    [InlineData("config:\r\n  p:a: x\r\n  p:b: |\r\n    one\r\n    two\r\n", "p:a=x;p:b=one\ntwo\n")]
    [InlineData("\uFEFFconfig:\n  p:a: x\n", "p:a=x")]
    [InlineData("config: { p:a: x, p:b: [1] }", "p:a=x;p:b=[1]")]
    [InlineData("# only a comment\n", "")]
    [InlineData("", "")]
    [InlineData("---\nconfig:\n  p:a: x\n...\n", "p:a=x")]
    [InlineData("config:\n", "")]
    [InlineData("config:\n  a: own\n  aws:region: eu-west-1\n  aws:config:profile: dev\n", "aws:profile=dev;aws:region=eu-west-1;p:a=own")]
    [InlineData("secretsprovider: passphrase\nencryptionsalt: v1:abc\nencryptedkey: xyz\nconfig:\n  p:a: x\n", "p:a=x")]
    public void A_file_gives_its_keys(string yaml, string expected)
    {
        var file = Parse(yaml);

        Assert.Equal("", file.Problems.Render(file.FileName));
        Assert.Equal(expected, string.Join(';', file.Config.Select(p => $"{p.Key}={p.Value}")));
    }

    internal static EnvironmentFile Parse(string yaml) => EnvironmentFile.Parse(yaml, "somewhere/Pulumi.dev.yaml", "p");
}
