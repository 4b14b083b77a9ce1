using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

public sealed class Ipv4NetworkTests
{
    [Theory]
    [InlineData("10.0.0.0/16", 65_536)]
    [InlineData("100.64.0.0/10", 4_194_304)]
    [InlineData("0.0.0.0/0", 4_294_967_296)]
    [InlineData("255.255.255.255/32", 1)]
    [InlineData("10.200.3.128/25", 128)]
    public void Reads_a_block_and_writes_it_again(string text, long size)
    {
        Assert.True(Ipv4Network.TryParse(text, out var network));
        Assert.Equal((text, size), (network.ToString(), network.Size));
        Assert.Matches($@"\A{Ipv4Network.Pattern}\z", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0/16")]
    [InlineData("10.0.0.0.0/16")]
    [InlineData("10.0.0.256/32")]
    [InlineData("10.0.0.01/32")]
    [InlineData("10.0.0.0/016")]
    [InlineData("10.0.0.1/16")]
    [InlineData("-10.0.0.0/16")]
    [InlineData(" 10.0.0.0/16")]
    [InlineData("10.0.0.0/16/8")]
    [InlineData("٣.0.0.0/16")]
    [InlineData("::/0")]
    public void Refuses_everything_else(string text)
    {
        Assert.False(Ipv4Network.TryParse(text, out var network));
        Assert.Equal(default, network);
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.255.0/24", true, true)]
    [InlineData("10.0.255.0/24", "10.0.0.0/16", false, true)]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", true, true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false, false)]
    [InlineData("10.0.0.0/17", "10.0.128.0/17", false, false)]
    public void Knows_what_is_in_it(string left, string right, bool contains, bool overlaps) =>
        Assert.Equal((contains, overlaps), (Parse(left).Contains(Parse(right)), Parse(left).Overlaps(Parse(right))));

    [Fact]
    public void Sorts_by_address_then_the_larger_first()
    {
        string[] sorted = ["9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "200.0.0.0/8"];

        Assert.Equal(sorted, sorted.Reverse().Select(Parse).Order().Select(network => network.ToString()));
        Assert.True(Parse("9.0.0.0/8") < Parse("10.0.0.0/8") && Parse("10.0.0.0/16") > Parse("10.0.0.0/8"));
        Assert.True(Parse("9.0.0.0/8") <= Parse("9.0.0.0/8") && Parse("9.0.0.0/8") >= Parse("9.0.0.0/8"));
    }

    [Fact]
    public void What_is_written_reads_back() =>
        Properties.Hold(
            Gen.Choose(0, 32).SelectMany(prefix => Gen.Choose(int.MinValue, int.MaxValue).Select(address => new Ipv4Network((uint)address, prefix).Canonical)).ToArbitrary(),
            network => Ipv4Network.TryParse(network.ToString(), out var read) && read == network);

    // Texts of the characters that the form consists of; most are no blocks.
    [Fact]
    public void Every_readable_block_matches_the_pattern() =>
        Properties.Hold(
            Gen.Elements("0", "1", "10", "255", "256", "16", "32", ".", ".", "/").ArrayOf().Select(parts => string.Concat(parts)).ToArbitrary(),
            text => !Ipv4Network.TryParse(text, out _) || Regex.IsMatch(text, $@"\A{Ipv4Network.Pattern}\z"),
            tests: 5000);

    private static Ipv4Network Parse(string text) => Ipv4Network.TryParse(text, out var network) ? network : throw new ArgumentException(text);
}
