using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

public sealed class ColdStartBudgetTests
{
    private static readonly RuntimeSpec _round = TensorFlowServing.For("m", gpu: true) with
    {
        ImageSize = new ByteSize(9_500_000_000),
        Engine = [new ColdStartFigure("start", 95, null, null)],
    };

    [Fact]
    public void Every_part_counts_twice()
    {
        // Node 300 s, image of 9.5 GB 334 s, model of 15 GB 300 s: 934 s. Engine 95 s. Times two: 1,268 s, 600 s and 190 s.
        var budget = ColdStartBudget.For(_round, 15_000_000_000, newNode: true, ModelSourceKind.S3);

        Assert.Equal(TimeSpan.FromSeconds(1268), budget.NodeAndImage);
        Assert.Equal(TimeSpan.FromSeconds(600), budget.ModelCopy);
        Assert.Equal(TimeSpan.FromSeconds(190), budget.EngineInit);
        Assert.Equal(TimeSpan.FromSeconds(790), budget.WarmStart);
        Assert.Equal(TimeSpan.FromSeconds(2058), budget.Total);
        Assert.Equal(19, budget.StartupProbeFailureThreshold);
        Assert.Equal(2058, budget.ProgressDeadlineSeconds);
        // 34.3 minutes, rounded up, and five.
        Assert.Equal(TimeSpan.FromMinutes(40), budget.PulumiTimeout);
    }

    [Fact]
    public void A_node_that_runs_already_takes_ten_minutes_off()
    {
        var budget = ColdStartBudget.For(_round, 15_000_000_000, newNode: false, ModelSourceKind.S3);

        Assert.Equal(TimeSpan.FromSeconds(668), budget.NodeAndImage);
        Assert.Equal(TimeSpan.FromSeconds(790), budget.WarmStart);
    }

    [Theory]
    // 0.5 GiB take 18.88 s and 200 MiB take 4.19 s: 46.14 s, and 120 s for the engine, less than the ten minutes of Kubernetes.
    [InlineData(false, false, 200 << 20, 600, 15)]
    // 4 GiB take 151.00 s and 200 MiB take 4.19 s, after 300 s for the node: 910.39 s, and 120 s for the engine.
    [InlineData(true, true, 200 << 20, 1031, 23)]
    // 4 GiB alone: 302.00 s, and 120 s for the engine, less than the ten minutes of Kubernetes.
    [InlineData(true, false, 0, 600, 15)]
    public void TensorFlow_Serving_by_hand(bool gpu, bool newNode, long modelBytes, int deadlineSeconds, int pulumiMinutes)
    {
        var budget = ColdStartBudget.For(TensorFlowServing.For("m", gpu), modelBytes, newNode, ModelSourceKind.S3);

        Assert.Equal(deadlineSeconds, budget.ProgressDeadlineSeconds);
        Assert.Equal(TimeSpan.FromMinutes(pulumiMinutes), budget.PulumiTimeout);
        Assert.Equal(12, budget.StartupProbeFailureThreshold);
    }

    [Fact]
    public void An_archive_comes_at_100_megabits_a_second() => Assert.Equal(
        TimeSpan.FromSeconds(2 * 1200),
        ColdStartBudget.For(_round, 15_000_000_000, newNode: false, ModelSourceKind.Archive).ModelCopy);

    [Theory]
    // Twice 166.2 s are less than Kubernetes' ten minutes, four times are more.
    [InlineData(2, 15)]
    [InlineData(4, 17)]
    public void A_rolling_update_waits_at_least_as_long_as_Kubernetes(int replicas, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        ColdStartBudget.For(TensorFlowServing.For("m", gpu: false), 200 << 20, newNode: false, ModelSourceKind.S3).RolloutTimeout(replicas));

    [Theory]
    [InlineData(1, 40)]
    // Three times 34.3 minutes are 102.9.
    [InlineData(3, 108)]
    public void A_rolling_update_takes_one_cold_start_for_each_replica(int replicas, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        ColdStartBudget.For(_round, 15_000_000_000, newNode: true, ModelSourceKind.S3).RolloutTimeout(replicas));

    [Fact]
    public void A_started_probe_period_counts_whole() =>
        // 61 s twice are 122 s: twelve periods of ten seconds and a bit.
        Assert.Equal(13, ColdStartBudget.For(_round with { Engine = [new ColdStartFigure("start", 61, null, null)] }, 0, newNode: false, ModelSourceKind.S3).StartupProbeFailureThreshold);

    // 15 GB in 1,200 s from Hugging Face, then the engine: the startup probe has to bear both.
    [Fact]
    public void What_the_server_fetches_itself_is_part_of_its_start()
    {
        var budget = ColdStartBudget.For(_round, 15_000_000_000, newNode: false, ModelSourceKind.HuggingFace);

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(2 * 1295), 259), (budget.ModelCopy, budget.EngineInit, budget.StartupProbeFailureThreshold));
    }

    [Fact]
    public void What_is_in_the_image_takes_no_time() =>
        Assert.Equal(TimeSpan.FromSeconds(2 * 95), ColdStartBudget.For(_round, 15_000_000_000, newNode: false, ModelSourceKind.None).WarmStart);
}
