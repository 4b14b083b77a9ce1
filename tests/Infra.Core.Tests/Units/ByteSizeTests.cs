using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Units;

namespace Infra.Core.Tests.Units;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("16Gi", 17_179_869_184)]
    [InlineData("500Mi", 524_288_000)]
    [InlineData("1.5Gi", 1_610_612_736)]
    [InlineData("1G", 1_000_000_000)]
    [InlineData("2k", 2_000)]
    [InlineData("7Ei", 8_070_450_532_247_928_832)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Reads_Kubernetes_quantities(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var size));
        Assert.Equal(bytes, size.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gi")]
    [InlineData("16GB")]
    [InlineData("16gi")]
    [InlineData("2K")]
    [InlineData("16 Gi")]
    [InlineData(" 16Gi")]
    [InlineData("-1Gi")]
    [InlineData("+1Gi")]
    [InlineData("1e3")]
    [InlineData("100m")]
    [InlineData("1.")]
    [InlineData(".5Gi")]
    [InlineData("1.5.5Gi")]
    [InlineData("1,5Gi")]
    [InlineData("0.1")]
    [InlineData("0.1Gi")]
    [InlineData("1.0000000000000000000000000001Ki")]
    [InlineData("8Ei")]
    [InlineData("9223372036854775808")]
    [InlineData("٣Gi")]
    public void Refuses_everything_else(string text)
    {
        Assert.False(ByteSize.TryParse(text, out var size));
        Assert.Equal(default, size);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1000, "1k")]
    [InlineData(1023, "1023")]
    [InlineData(1024, "1Ki")]
    [InlineData(1_610_612_736, "1536Mi")]
    [InlineData(1_048_576_000, "1000Mi")]
    [InlineData(10_000_000_000, "10G")]
    [InlineData(1_099_511_627_776, "1Ti")]
    public void Renders_the_canonical_form(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());

    [Fact]
    public void What_is_rendered_reads_back_as_the_same_size() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue).SelectMany(number => Gen.Choose(0, 30).Select(shift => (long)number << shift)).ToArbitrary(),
            bytes => ByteSize.TryParse(new ByteSize(bytes).ToString(), out var size) && size.Bytes == bytes);

    [Fact]
    public void Compares_by_size_and_converts_from_catalogue_units()
    {
        Assert.True(ByteSize.FromMebibytes(1024) == ByteSize.FromGibibytes(1));
        Assert.True(new ByteSize(1) < new ByteSize(2) && new ByteSize(2) > new ByteSize(1));
        Assert.True(new ByteSize(1) <= new ByteSize(1) && new ByteSize(1) >= new ByteSize(1));
        Assert.Throws<OverflowException>(() => ByteSize.FromGibibytes(1L << 34));
    }
}
