using FsCheck.Fluent;
using Infra.Core.Units;

namespace Infra.Core.Tests.Units;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("8h", 28_800_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("5m0s", 300_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("1m1ms", 60_001)]
    [InlineData("0s", 0)]
    public void Reads_the_form_of_Go(string text, long milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.Milliseconds);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration.ToTimeSpan());
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("0")]
    [InlineData("s")]
    [InlineData("1d")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("5min")]
    [InlineData("0.5ms")]
    [InlineData("1h30")]
    [InlineData("2562048h")]
    [InlineData("2562047h2562047h")]
    public void Refuses_everything_else(string text) => Assert.False(GoDuration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(500, "500ms")]
    [InlineData(1_500, "1.5s")]
    [InlineData(30_000, "30s")]
    [InlineData(300_000, "5m0s")]
    [InlineData(3_600_000, "1h0m0s")]
    [InlineData(5_461_001, "1h31m1.001s")]
    public void Renders_as_Go_does(long milliseconds, string text) => Assert.Equal(text, new GoDuration(milliseconds).ToString());

    [Fact]
    public void What_is_rendered_reads_back_as_the_same_length() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            milliseconds => GoDuration.TryParse(new GoDuration(milliseconds).ToString(), out var duration) && duration.Milliseconds == milliseconds);

    [Fact]
    public void Seconds_are_whole_and_comparison_is_by_length()
    {
        Assert.Equal(1, new GoDuration(1_999).WholeSeconds);
        Assert.True(new GoDuration(1) < new GoDuration(2) && new GoDuration(2) > new GoDuration(1));
        Assert.True(new GoDuration(2) <= new GoDuration(2) && new GoDuration(2) >= new GoDuration(2));
    }
}
