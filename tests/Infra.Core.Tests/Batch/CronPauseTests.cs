using Infra.Core.Batch;

namespace Infra.Core.Tests.Batch;

public sealed class CronPauseTests
{
    [Theory]
    [InlineData("0 3 * * *", 24 * 60)]
    [InlineData("@daily", 24 * 60)]
    [InlineData("@hourly", 60)]
    [InlineData("*/15 * * * *", 15)]
    [InlineData("0 3,15 * * *", 12 * 60)]
    [InlineData("0 1,3 * * *", 22 * 60)]
    [InlineData("0 3 * * 1-5", 3 * 24 * 60)]
    [InlineData("30 6 * * sun", 7 * 24 * 60)]
    [InlineData("0 0 1 * *", 31 * 24 * 60)]
    [InlineData("0 0 31 * *", 61 * 24 * 60)]
    [InlineData("0 0 1 */3 *", 92 * 24 * 60)]
    [InlineData("@yearly", 366 * 24 * 60)]
    [InlineData("0 0 29 2 *", 1461 * 24 * 60)]
    [InlineData("20/20 5 * * *", (24 * 60) - 20)]
    public void It_pauses_for_so_many_minutes_at_most(string cron, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), CronPause.Longest(cron));

    [Fact]
    public void What_never_comes_has_no_pause() => Assert.Null(CronPause.Longest("0 0 30 2 *"));
}
