using FsCheck.Fluent;
using Infra.Core.Units;

namespace Infra.Core.Tests.Units;

public sealed class CpuQuantityTests
{
    [Theory]
    [InlineData("500m", 500)]
    [InlineData("2", 2000)]
    [InlineData("0.5", 500)]
    [InlineData("0.001", 1)]
    [InlineData("1500m", 1500)]
    [InlineData("0", 0)]
    public void Reads_cores_and_millicores(string text, long millicores)
    {
        Assert.True(CpuQuantity.TryParse(text, out var cpu));
        Assert.Equal(millicores, cpu.Millicores);
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0.0005")]
    [InlineData("0.5m")]
    [InlineData("-1")]
    [InlineData("1k")]
    [InlineData("1e3")]
    [InlineData("two")]
    [InlineData("9223372036854775807")]
    public void Refuses_everything_else(string text) => Assert.False(CpuQuantity.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(500, "500m")]
    [InlineData(1000, "1")]
    [InlineData(1500, "1500m")]
    public void Renders_the_canonical_form(long millicores, string text) => Assert.Equal(text, new CpuQuantity(millicores).ToString());

    [Fact]
    public void What_is_rendered_reads_back_as_the_same_amount() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            millicores => CpuQuantity.TryParse(new CpuQuantity(millicores).ToString(), out var cpu) && cpu.Millicores == millicores);

    [Fact]
    public void Compares_by_amount()
    {
        Assert.True(new CpuQuantity(1) < new CpuQuantity(2) && new CpuQuantity(2) > new CpuQuantity(1));
        Assert.True(new CpuQuantity(2) <= new CpuQuantity(2) && new CpuQuantity(2) >= new CpuQuantity(2));
    }
}
