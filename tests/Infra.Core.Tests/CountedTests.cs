namespace Infra.Core.Tests;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "value", "0 values")]
    [InlineData(1, "value", "1 value")]
    [InlineData(1, "entry", "1 entry")]
    [InlineData(2, "entry", "2 entries")]
    [InlineData(1_234, "GPU", "1234 GPUs")]
    public void A_number_has_its_noun(int count, string what, string text) => Assert.Equal(text, Counted.Of(count, what));
}
