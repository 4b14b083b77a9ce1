using Infra.Core.Batch;

namespace Infra.Core.Tests.Batch;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 3 * * *")]
    [InlineData("*/15 0-6,22 1,15 jan-mar MON-FRI")]
    [InlineData("59 23 31 12 6")]
    [InlineData("@weekly")]
    [InlineData("0 0 ? * sun")]
    public void Taken(string text) => Assert.Null(CronSchedule.Problem(text));

    [Theory]
    [InlineData("60 * * * *", "'60' is no minute of a cron expression; allowed: 0 to 59, *, ranges, steps such as */15, and lists of these")]
    [InlineData("0 24 * * *", "'24' is no hour of a cron expression; allowed: 0 to 23, *, ranges, steps such as */15, and lists of these")]
    [InlineData("0 0 0 * *", "'0' is no day of month of a cron expression; allowed: 1 to 31, *, ranges, steps such as */15, and lists of these")]
    [InlineData("0 0 * mon *", "'mon' is no month of a cron expression; allowed: 1 to 12, *, ranges, steps such as */15, and lists of these")]
    [InlineData("0 0 * * 7", "'7' is no day of week of a cron expression; allowed: 0 to 6, *, ranges, steps such as */15, and lists of these")]
    [InlineData("5-1 * * * *", "'5-1' is no minute of a cron expression; allowed: 0 to 59, *, ranges, steps such as */15, and lists of these")]
    [InlineData("*/0 * * * *", "'*/0' is no minute of a cron expression; allowed: 0 to 59, *, ranges, steps such as */15, and lists of these")]
    [InlineData("1, * * * *", "'1,' is no minute of a cron expression; allowed: 0 to 59, *, ranges, steps such as */15, and lists of these")]
    [InlineData("TZ=UTC 0 3 * * *", "'TZ=UTC 0 3 * * *' is no cron expression; allowed: " + CronSchedule.Allowed)]
    [InlineData("@noon", "'@noon' is no cron expression; allowed: " + CronSchedule.Allowed)]
    public void Refused(string text, string problem) => Assert.Equal(problem, CronSchedule.Problem(text));
}
