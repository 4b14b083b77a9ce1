using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class ColdStartBudgetTests
{
    private static readonly RuntimeSpec s_round = TensorFlowServing.For("m", gpu: true) with
    {
        ImageBytesEstimate = 9_500_000_000,
        EngineInitEstimate = TimeSpan.FromSeconds(95),
    };

    [Fact]
    public void Every_part_counts_twice()
    {
        // Node 300 s, image of 9.5 GB 334 s, model of 15 GB 300 s: 934 s. Engine 95 s. Times two: 1,868 s and 190 s.
        var budget = ColdStartBudget.For(s_round, 15_000_000_000, newNode: true);

        Assert.Equal(TimeSpan.FromSeconds(1868), budget.UntilContainerStart);
        Assert.Equal(TimeSpan.FromSeconds(190), budget.EngineInit);
        Assert.Equal(TimeSpan.FromSeconds(2058), budget.Total);
        Assert.Equal(19, budget.StartupProbeFailureThreshold);
        Assert.Equal(2058, budget.ProgressDeadlineSeconds);
        // 34.3 minutes, rounded up, and five.
        Assert.Equal(TimeSpan.FromMinutes(40), budget.PulumiTimeout);
    }

    [Fact]
    public void A_node_that_runs_already_takes_ten_minutes_off()
    {
        var budget = ColdStartBudget.For(s_round, 15_000_000_000, newNode: false);

        Assert.Equal(TimeSpan.FromSeconds(1268), budget.UntilContainerStart);
        Assert.Equal(TimeSpan.FromSeconds(190), budget.EngineInit);
    }

    [Theory]
    // 0.5 GiB take 18.88 s and 200 MiB take 4.19 s: 46.14 s, and 120 s for the engine.
    [InlineData(false, false, 200 << 20, 167, 8)]
    // 4 GiB take 151.00 s and 200 MiB take 4.19 s, after 300 s for the node: 910.39 s, and 120 s for the engine.
    [InlineData(true, true, 200 << 20, 1031, 23)]
    // 4 GiB alone: 302.00 s, and 120 s for the engine.
    [InlineData(true, false, 0, 423, 13)]
    public void TensorFlow_Serving_by_hand(bool gpu, bool newNode, long modelBytes, int deadlineSeconds, int pulumiMinutes)
    {
        var budget = ColdStartBudget.For(TensorFlowServing.For("m", gpu), modelBytes, newNode);

        Assert.Equal(deadlineSeconds, budget.ProgressDeadlineSeconds);
        Assert.Equal(TimeSpan.FromMinutes(pulumiMinutes), budget.PulumiTimeout);
        Assert.Equal(12, budget.StartupProbeFailureThreshold);
    }

    [Fact]
    public void A_started_probe_period_counts_whole() =>
        // 61 s twice are 122 s: twelve periods of ten seconds and a bit.
        Assert.Equal(13, ColdStartBudget.For(s_round with { EngineInitEstimate = TimeSpan.FromSeconds(61) }, 0, newNode: false).StartupProbeFailureThreshold);
}
