using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using static Infra.Engine.Tests.Configuration.EnvironmentFileValueTests;

namespace Infra.Engine.Tests.Configuration;

public class EnvironmentFileFuzzTests
{
    private static readonly string[] _pieces =
    [
        "config:", "\n", "\n  ", "\n    ", "\n\t", "p:a", "p:b", ": ", ":", "- ", "? ", "[", "]", "{", "}", ",", ", ", "&a ", "*a", "<<: *a", "'", "\"",
        "\\", "|", ">-", "#", " ", "---\n", "...\n", "%YAML 1.2\n", "!!int ", "!!str ", "!<", "!x ", "~", "1", "0x", "1.5", "-", "2026-01-01", "\0", "\r\n",
        "\uFEFF", "é", "\ud800", "secure", "pulumi:disable-default-providers", "@", "`", "%",
    ];

    [Fact]
    public void No_text_makes_the_reader_throw_and_structures_are_always_json() =>
        Prop.ForAll(Arb.From(Gen.Elements(_pieces).ListOf().Select(string.Concat)), text =>
        {
            foreach (var yaml in new[] { text, "config:\n  p:a: " + text })
            {
                var file = Parse(yaml);

                Assert.All(file.Problems.All, p => Assert.NotEqual("", p.Message));
                // Only a quoted or a block scalar can be text that looks like a structure.
                if (text.AsSpan().IndexOfAny("'\"|>") < 0)
                {
                    Assert.All(file.Config.Values.Where(v => v.StartsWith('[') || v.StartsWith('{')), v => JToken.Parse(v));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60).WithReplay(20_261_122, 1));
}
