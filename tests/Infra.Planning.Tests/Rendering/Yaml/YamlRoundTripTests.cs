using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Model;
using Infra.Planning.Rendering.Yaml;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Yaml;

/// <summary>Any text comes back as it was, from a parser that takes everything for a number, a truth or a date that any parser does.</summary>
public sealed class YamlRoundTripTests
{
    private static readonly string[] _pieces =
    [
        "a", "B", "yes", "on", "null", "~", "0", "1", "9", "0x", "e", "E", "_", ".", "-", "+", ":", " ", "  ", "\n", "\t", "\r", "#", "'", "\"", "\\", "{", "}", "[",
        "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "=", "<<", "Gi", "m", "s", "inf", "nan", "T", "Z", "/", "$", "é", "€", "😀", "\u00a0", "\u0085",
        "\u2028", "\ufeff", "\0", "\u007f", "---", "...", "2026-01-01", "12:30",
    ];

    // A surrogate alone is no character: no file in UTF-8 holds one.
    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.Choose(0, 6).SelectMany(count => Gen.ArrayOf(Gen.Elements(_pieces), count)).Select(string.Concat),
        Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(Gen.Elements(_pieces), count)).Select(string.Concat),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => new string([.. text.Get.Where(c => !char.IsSurrogate(c))])));

    [Fact]
    public void Any_text_as_value_key_and_element() =>
        Prop.ForAll(Arb.From(_text), text =>
        {
            var written = YamlText.Of(Map(("value", Text(text)), ("nested", Object((text, List(Text(text), Object(("k", Text(text))))))), ("z", Text("end"))));

            Assert.True(
                JToken.DeepEquals(
                    new JObject { ["value"] = text, ["nested"] = new JObject { [text] = new JArray(text, new JObject { ["k"] = text }) }, ["z"] = "end" },
                    YamlJson.Parse(written)),
                written);
            Assert.True(written.EndsWith("\nz: end\n", StringComparison.Ordinal), written);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20_261_122, 1));

    [Fact]
    public void Any_number() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number =>
        {
            var read = YamlJson.Parse(YamlText.Of(Map(("k", Number(number.Get)))))["k"]!;

            Assert.Equal(number.Get, (double)read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_122, 1));
}
