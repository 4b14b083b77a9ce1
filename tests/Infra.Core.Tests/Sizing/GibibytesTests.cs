using Infra.Core.Sizing;
using Infra.Core.Units;

namespace Infra.Core.Tests.Sizing;

public sealed class GibibytesTests
{
    [Theory]
    [InlineData(0, "0.0 GiB", "0.0 GiB", "0.0 GiB")]
    [InlineData(1, "0.0 GiB", "0.1 GiB", "0.0 GiB")]
    [InlineData(1L << 30, "1.0 GiB", "1.0 GiB", "1.0 GiB")]
    // 1.05 GiB, rounded half away from zero, up and down.
    [InlineData(1_127_428_916, "1.1 GiB", "1.1 GiB", "1.0 GiB")]
    [InlineData(1_342_052_838_400, "1,249.9 GiB", "1,249.9 GiB", "1,249.8 GiB")]
    public void One_decimal_in_three_ways(long bytes, string nearest, string orMore, string orLess) =>
        Assert.Equal((nearest, orMore, orLess), (Gibibytes.Text(new(bytes)), Gibibytes.OrMore(new(bytes)), Gibibytes.OrLess(new(bytes))));

    [Fact]
    public void What_is_needed_looks_greater_than_what_is_there_if_it_is()
    {
        Assert.Equal("13.1 GiB", Gibibytes.OrMore(new((13L << 30) + 100_000_000)));
        Assert.Equal("13.0 GiB", Gibibytes.OrLess(new((13L << 30) + 99_999_999)));
    }
}
