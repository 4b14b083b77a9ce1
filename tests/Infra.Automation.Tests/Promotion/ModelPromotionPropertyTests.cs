using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Infra.Automation.Promotion;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Infra.Automation.Tests.Promotion;

/// <summary>Whatever two models look like and however they are written: another reader of YAML finds what was asked for, and nothing else changed. The seed is fixed: a build must not fail by luck.</summary>
public sealed class ModelPromotionPropertyTests
{
    private static readonly string[] _taken = ["source", "llm", "triton", "environment"];
    private static readonly string[] _kept = ["pools", "expose", "priority"];

    private static readonly IDeserializer _judge = new DeserializerBuilder().Build();

    private static Gen<Value> Scalars => Gen.Elements("a", "two words", "s3://m/a", "it's", "a, b", "x # y", "- z", "3").Select(text => (Value)new Value.Text(text));

    private static Gen<Model> Models =>
        from keys in Gen.SubListOf(_taken.Concat(_kept))
        from order in Gen.Shuffle(keys.ToArray())
        from values in Values(2).ListOf(order.Length)
        from isFlow in Gen.Elements(true, false)
        select new Model([.. order.Zip(values)], isFlow);

    [Fact]
    public void What_is_taken_over_is_there_and_what_stays_stays() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 1), Prop.ForAll(
        (from source in Models from target in Models from newLine in Gen.Elements("\n", "\r\n") select (source, target, newLine)).ToArbitrary(),
        sample =>
        {
            var (source, target) = (sample.source.Document(sample.newLine), sample.target.Document("\n"));

            var promoted = Promote(source, target);

            var (before, wanted, after) = (Read(target), Read(source), Read(promoted, $"{source}\n(into)\n{target}"));
            var expected = (JObject)before.DeepClone();
            foreach (var key in _taken)
            {
                Its(expected).Remove(key);
                if (Its(wanted)[key] is { } value)
                {
                    Its(expected)[key] = value;
                }
            }

            Assert.True(JToken.DeepEquals(Sorted(expected), Sorted(after)), $"{source}\n--- into\n{target}\n--- gave\n{promoted}");
            Assert.Equal(promoted, Promote(source, promoted));
            Assert.Contains("# of the target", promoted);
        }));

    private static Gen<Value> Values(int depth) => depth == 0 ? Scalars : Gen.Frequency(
        (3, Scalars),
        (1, from items in Values(depth - 1).ListOf() from isFlow in Gen.Elements(true, false) select (Value)new Value.List([.. items.Take(3)], isFlow)),
        (2, from keys in Gen.SubListOf("model", "context", "models") from values in Values(depth - 1).ListOf(keys.Count) from isFlow in Gen.Elements(true, false) select (Value)new Value.Map([.. keys.Zip(values)], isFlow)));

    private static string Promote(string source, string target)
    {
        var result = new ModelPromotion("p", _taken.ToHashSet()).Promote("m", new EnvironmentText("a.yaml", source), new EnvironmentText("b.yaml", target));
        Assert.Empty(result.Problems);
        return result.Text!;
    }

    private static JObject Read(string text, string from = "")
    {
        try
        {
            return JObject.Parse(JsonConvert.SerializeObject(_judge.Deserialize(text)));
        }
        catch (YamlException problem)
        {
            throw new InvalidOperationException($"no YAML: {text}\n(from)\n{from}", problem);
        }
    }

    private static JObject Its(JObject document) => (JObject)document["config"]!["p:models"]![1]!;

    private static JToken Sorted(JToken token) => token switch
    {
        JObject map => new JObject(map.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray list => new JArray(list.Select(Sorted)),
        _ => token,
    };

    private sealed record Model(IReadOnlyList<(string Key, Value Value)> Keys, bool IsFlow)
    {
        public string Document(string newLine)
        {
            var model = new Value.Map([("name", new Value.Text("m")), .. Keys], IsFlow);
            var text = new StringBuilder("# of the target\nconfig:\n  p:models:\n    # first\n    - name: other\n    - ");
            model.Write(text, 6, isInFlow: false, isAfterDash: true);
            return text.Append("  # last\n  p:more: 1\n").ToString().Replace("\n", newLine, StringComparison.Ordinal);
        }
    }

    private abstract record Value
    {
        public abstract void Write(StringBuilder to, int column, bool isInFlow, bool isAfterDash = false);

        internal sealed record Text(string Content) : Value
        {
            public override void Write(StringBuilder to, int column, bool isInFlow, bool isAfterDash = false) => to.Append(Content is "a" or "3" ? Content : JsonConvert.ToString(Content));
        }

        internal sealed record List(IReadOnlyList<Value> Items, bool IsFlow) : Value
        {
            public override void Write(StringBuilder to, int column, bool isInFlow, bool isAfterDash = false)
            {
                if (IsFlow || isInFlow || Items.Count == 0)
                {
                    to.Append('[');
                    for (var at = 0; at < Items.Count; at++)
                    {
                        to.Append(at == 0 ? "" : ", ");
                        Items[at].Write(to, column, isInFlow: true);
                    }

                    to.Append(']');
                    return;
                }

                foreach (var item in Items)
                {
                    to.Append('\n').Append(' ', column).Append("- ");
                    item.Write(to, column + 2, isInFlow: true);
                }
            }
        }

        internal sealed record Map(IReadOnlyList<(string Key, Value Value)> Entries, bool IsFlow) : Value
        {
            public override void Write(StringBuilder to, int column, bool isInFlow, bool isAfterDash = false)
            {
                var isFlow = IsFlow || isInFlow || Entries.Count == 0;
                to.Append(isFlow ? "{" : "");
                for (var at = 0; at < Entries.Count; at++)
                {
                    if (isFlow)
                    {
                        to.Append(at == 0 ? "" : ", ");
                    }
                    else if (at > 0 || !isAfterDash)
                    {
                        to.Append('\n').Append(' ', column);
                    }

                    to.Append(Entries[at].Key).Append(": ");
                    Entries[at].Value.Write(to, column + 2, isFlow);
                }

                to.Append(isFlow ? "}" : "");
            }
        }
    }
}
