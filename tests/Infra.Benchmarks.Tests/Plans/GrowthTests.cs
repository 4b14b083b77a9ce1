using Infra.Benchmarks.Plans;

namespace Infra.Benchmarks.Tests.Plans;

/// <summary>Whether times grow as the models do.</summary>
public sealed class GrowthTests
{
    [Theory]
    [InlineData(100, 1.0, 1_000, 10.0, "linear")]
    [InlineData(100, 1.0, 1_000, 3.0, "linear")] // what doesn't depend on models weighs less
    [InlineData(100, 1.0, 1_000, 11.4, "linear")]
    [InlineData(100, 1.0, 1_000, 11.6, "n·log n")]
    [InlineData(100, 1.0, 1_000, 17.2, "n·log n")] // 15 by the logarithms, and 15 % of noise
    [InlineData(100, 1.0, 1_000, 17.3, "worse than n·log n")]
    [InlineData(1_000, 2.0, 10_000, 30.6, "n·log n")] // 13.3 times two, and the noise
    [InlineData(1_000, 2.0, 10_000, 30.7, "worse than n·log n")]
    [InlineData(1_000, 1.0, 2_000, 4.0, "worse than n·log n")]
    [InlineData(1, 1.0, 10, 38.0, "n·log n")] // the logarithm of one is none: that of two stands in
    public void Times_are(int models, double seconds, int moreModels, double moreSeconds, string verdict) =>
        Assert.Equal(verdict, new Growth(models, seconds, moreModels, moreSeconds).Verdict);

    [Fact]
    public void A_line_names_the_numbers_and_the_ratio_per_model() =>
        Assert.Equal(
            "* policy: n·log n; a model takes 1.25 times as long among 10,000 as among 1,000",
            new Growth(1_000, 0.5, 10_000, 6.25).ToMarkdown("policy"));
}
