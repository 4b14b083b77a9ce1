using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Tests;

/// <summary>Least, middle and greatest, in whatever order the figures come.</summary>
public sealed class SpreadTests
{
    [Theory]
    [InlineData(new[] { 4.0 }, 4, 4, 4)]
    [InlineData(new[] { 9.0, 1, 5 }, 1, 5, 9)]
    [InlineData(new[] { 10.0, 9, 2, 4 }, 2, 6.5, 10)] // of an even number the mean of the two in the middle; as texts 10 would come first
    [InlineData(new[] { 3.0, 3, 1, 3 }, 1, 3, 3)]
    public void Figures_have(double[] figures, double minimum, double median, double maximum) =>
        Assert.Equal(new Spread(minimum, median, maximum), Spread.Of(figures));
}
