using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Naming;

namespace Infra.Core.Tests.Naming;

public sealed class DerivedNameTests
{
    public static TheoryData<string> Rules => [.. typeof(NameRules).GetProperties().Select(property => property.Name)];

    [Fact]
    public void A_good_name_stays_as_it_is() => Assert.Equal("prod-t4-spot", NameRules.EksNodeGroup.Derive("prod", "t4", "spot"));

    // Frozen: these names address resources that exist.
    [Theory]
    [InlineData("DnsLabel", "Team A/T4_pool", "team-a-t4-pool-c64509fe")]
    [InlineData("DnsLabel", "", "x-e3b0c442")]
    [InlineData("DnsSubdomain", "a..b", "a-b-19b25ad3")]
    [InlineData("ServiceName", "4-models", "models-b185bcb8")]
    [InlineData("LabelValue", "NVIDIA A100 (80GB)", "NVIDIA-A100-80GB-79b08afa")]
    public void A_bad_name_is_repaired_and_marked(string rule, string text, string name) => Assert.Equal(name, NameRulesTests.Rule(rule).Derive(text));

    [Fact]
    public void A_long_name_is_cut_to_the_limit()
    {
        var name = NameRules.EksNodeGroup.Derive(new string('a', 40), new string('b', 40));

        Assert.Equal(63, name.Length);
        Assert.StartsWith(new string('a', 40) + "-" + new string('b', 13) + "-", name, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_text_gives_a_valid_name_and_always_the_same(string rule)
    {
        var names = NameRulesTests.Rule(rule);
        Properties.Hold(Texts(), text => names.Accepts(names.Derive(text)) && names.Derive(text) == names.Derive(new string(text.AsSpan())));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Different_texts_with_a_long_common_start_stay_apart(string rule)
    {
        var names = NameRulesTests.Rule(rule);
        var prefix = new string('p', names.MaxLength);
        Properties.Hold(
            Texts().Generator.Two().ToArbitrary(),
            pair => pair.Item1 == pair.Item2 || names.Derive(prefix + pair.Item1) != names.Derive(prefix + pair.Item2));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Different_texts_that_are_repaired_alike_stay_apart(string rule)
    {
        var names = NameRulesTests.Rule(rule);

        Assert.NotEqual(names.Derive("a b"), names.Derive("a-b"));
        Assert.NotEqual(names.Derive("a b"), names.Derive("a/b"));
    }

    // Mostly the characters that rules differ in, at lengths around the limits.
    private static Arbitrary<string> Texts() =>
        Gen.Frequency(
            (3, Gen.Elements("aZ09-_./ @ä\ud800".ToCharArray()).ArrayOf().Select(characters => new string(characters))),
            (1, Gen.Choose(50, 260).Zip(Gen.Elements("a", "aB1", "a-._"), (length, piece) => string.Concat(Enumerable.Repeat(piece, length / piece.Length)))))
        .ToArbitrary();
}
