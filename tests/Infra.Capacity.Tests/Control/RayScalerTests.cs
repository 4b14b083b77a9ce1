using Infra.Capacity.Control;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

public sealed class RayScalerTests
{
    private static readonly RayScaler _scaler = new(new RayScalerSettings { Min = 1, Max = 4, TargetOngoing = 16 });

    [Fact]
    public void More_come_after_30_seconds_and_fewer_go_after_600_all_at_once()
    {
        (int Seconds, int Target, double Ongoing, int Wanted, ScaleReason Reason)[] steps =
        [
            (0, 1, 16, 1, ScaleReason.OnTarget),
            (10, 1, 16.1, 1, ScaleReason.Stabilised), // 2, from here on
            (20, 1, 40, 1, ScaleReason.Stabilised), // 3: more is more
            (30, 1, 16, 1, ScaleReason.OnTarget), // it begins anew
            (40, 1, 100, 1, ScaleReason.Stabilised),
            (70, 1, 100, 4, ScaleReason.Metrics), // 7, at most 4
            (80, 4, 100, 4, ScaleReason.AtMost),
            (90, 4, 20, 4, ScaleReason.Stabilised), // 2
            (680, 4, 20, 4, ScaleReason.Stabilised),
            (690, 4, 20, 2, ScaleReason.Metrics),
            (700, 2, 0, 2, ScaleReason.Stabilised),
            (1300, 2, 0, 1, ScaleReason.Metrics), // 0, at least 1
            (1310, 1, 0, 1, ScaleReason.AtLeast),
        ];
        var state = default(RayScalerState);
        Assert.All(steps, step =>
        {
            (state, var decision) = _scaler.Decide(state, step.Seconds * Second, step.Target, step.Ongoing);
            Assert.Equal(new ScaleDecision(step.Wanted, step.Reason), decision);
        });
    }
}
