using Infra.Capacity.Control;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

public sealed class SpotInterruptionsTests
{
    [Fact]
    public void Of_a_share_of_a_month_follows_a_rate()
    {
        // −ln(0.8) ÷ 730 h.
        Assert.Equal(0.000305676, SpotInterruptions.PerHour(0.2), 9);
        Assert.Equal(0, SpotInterruptions.PerHour(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpotInterruptions.PerHour(1));
    }

    [Fact]
    public void A_draw_is_a_time()
    {
        // Half of all nodes last ln 2 ÷ rate: 0.693147 of an hour at one interruption an hour.
        Assert.Equal(Hour + 2_495_329_850, SpotInterruptions.NoticeAt(Hour, 1, 0.5));
        Assert.Equal(Hour, SpotInterruptions.NoticeAt(Hour, 1, 0));
        Assert.Null(SpotInterruptions.NoticeAt(Hour, 0, 0.5));
        Assert.Equal(120 * Second, SpotInterruptions.NoticeMicros);
    }
}
