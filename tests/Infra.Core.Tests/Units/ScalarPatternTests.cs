using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Tests.Units;

/// <summary>An editor that checks by the pattern refuses nothing that the program reads, and most of what it doesn't.</summary>
public sealed class ScalarPatternTests
{
    [Fact]
    public void Every_readable_size_matches() => HoldFor<ByteSize>("0", "16Gi", "1.5Ti", "100G", "500Mi", "7Ei", "3k", "1Ki", "2Pi", "1P", "1E", "4M");

    [Fact]
    public void Every_readable_amount_of_cpu_matches() => HoldFor<CpuQuantity>("2", "0.5", "500m");

    [Fact]
    public void Every_readable_duration_matches() => HoldFor<GoDuration>("30s", "1h30m", "1.5h", "500ms", "1m1ms");

    [Theory]
    [InlineData("big")]
    [InlineData("")]
    [InlineData("-1Gi")]
    [InlineData("16 Gi")]
    [InlineData("16GB")]
    [InlineData("16gi")]
    [InlineData("1.Gi")]
    [InlineData("1e3")]
    [InlineData("16Gi\n")]
    public void What_is_no_size_does_not_match(string text) => Assert.False(Matches<ByteSize>(text));

    [Theory]
    [InlineData("two")]
    [InlineData("1k")]
    [InlineData("-1")]
    [InlineData("m")]
    public void What_is_no_amount_of_cpu_does_not_match(string text) => Assert.False(Matches<CpuQuantity>(text));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("1d")]
    [InlineData("1h30")]
    public void What_is_no_duration_does_not_match(string text) => Assert.False(Matches<GoDuration>(text));

    // Texts of the characters that written forms consist of, and the samples, which are readable for sure.
    private static void HoldFor<T>(params string[] samples)
        where T : struct, IConfigScalar<T>
    {
        Assert.All(samples, text => Assert.True(T.TryParse(text, out _) && Matches<T>(text), text));
        var texts = Gen.Elements("0123456789.hmskMGTPEi".ToCharArray()).ArrayOf().Select(characters => new string(characters)).Resize(6);
        Properties.Hold(texts.ToArbitrary(), text => !T.TryParse(text, out _) || Matches<T>(text), tests: 5000);
    }

    private static bool Matches<T>(string text)
        where T : struct, IConfigScalar<T> => Regex.IsMatch(text, $@"\A(?:{T.Pattern})\z");
}
