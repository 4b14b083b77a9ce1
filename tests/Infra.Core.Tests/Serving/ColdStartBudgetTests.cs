using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

public sealed class ColdStartBudgetTests
{
    private static readonly RuntimeSpec _round = TensorFlowServing.For(new RuntimeRequest { Model = "m", Devices = 1 }) with
    {
        ImageSize = new ByteSize(9_500_000_000),
        Engine = [new ColdStartFigure("start", 95, null, null)],
    };

    [Fact]
    public void Every_part_counts_twice()
    {
        // Node 300 s, image of 9.5 GB 334 s, model of 15 GB 300 s: 934 s. Engine 95 s. Times two: 1,268 s, 600 s and 190 s.
        var budget = Budget(_round, 15_000_000_000, newNode: true, WeightDelivery.S3Copy);

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
        var budget = Budget(_round, 15_000_000_000, newNode: false, WeightDelivery.S3Copy);

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
        var budget = Budget(TensorFlowServing.For(new RuntimeRequest { Model = "m", Devices = gpu ? 1 : 0 }), modelBytes, newNode, WeightDelivery.S3Copy);

        Assert.Equal(deadlineSeconds, budget.ProgressDeadlineSeconds);
        Assert.Equal(TimeSpan.FromMinutes(pulumiMinutes), budget.PulumiTimeout);
        Assert.Equal(12, budget.StartupProbeFailureThreshold);
    }

    [Fact]
    public void An_archive_comes_at_100_megabits_a_second() => Assert.Equal(
        TimeSpan.FromSeconds(2 * 1200),
        Budget(_round, 15_000_000_000, newNode: false, WeightDelivery.Archive).ModelCopy);

    [Theory]
    // Twice 166.2 s are less than Kubernetes' ten minutes, four times are more.
    [InlineData(2, 15)]
    [InlineData(4, 17)]
    public void A_rolling_update_waits_at_least_as_long_as_Kubernetes(int replicas, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        Budget(TensorFlowServing.For(new RuntimeRequest { Model = "m" }), 200 << 20, newNode: false, WeightDelivery.S3Copy).RolloutTimeout(replicas));

    [Theory]
    [InlineData(1, 40)]
    // Three times 34.3 minutes are 102.9.
    [InlineData(3, 108)]
    public void A_rolling_update_takes_one_cold_start_for_each_replica(int replicas, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        Budget(_round, 15_000_000_000, newNode: true, WeightDelivery.S3Copy).RolloutTimeout(replicas));

    [Fact]
    public void A_started_probe_period_counts_whole() =>
        // 61 s twice are 122 s: twelve periods of ten seconds and a bit.
        Assert.Equal(13, Budget(_round with { Engine = [new ColdStartFigure("start", 61, null, null)] }, 0, newNode: false, WeightDelivery.S3Copy).StartupProbeFailureThreshold);

    // 15 GB in 1,200 s from Hugging Face, then the engine: the startup probe has to bear both.
    [Fact]
    public void What_the_server_fetches_itself_is_part_of_its_start()
    {
        var budget = Budget(_round, 15_000_000_000, newNode: false, WeightDelivery.HuggingFace);

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(2 * 1295), 259), (budget.ModelCopy, budget.EngineInit, budget.StartupProbeFailureThreshold));
    }

    [Fact]
    public void What_is_in_the_image_takes_no_time() =>
        Assert.Equal(TimeSpan.FromSeconds(2 * 95), Budget(_round, 15_000_000_000, newNode: false, WeightDelivery.InImage).WarmStart);

    // A replica is replaced in its place: 45 s of grace, then 2,058 s for the start; three of them take 105.15 minutes.
    [Fact]
    public void A_pod_that_ends_holds_the_devices_of_the_next()
    {
        var budget = ColdStartBudget.For(Request(_round, 15_000_000_000, newNode: true, WeightDelivery.S3Copy) with { Replaces = Termination.For(ShutdownBehaviour.Ignores, 30) });

        Assert.Equal((TimeSpan.FromSeconds(2058), 2103), (budget.Total, budget.ProgressDeadlineSeconds));
        Assert.Equal((TimeSpan.FromMinutes(41), TimeSpan.FromMinutes(111)), (budget.PulumiTimeout, budget.RolloutTimeout(3)));
    }

    [Theory]
    // 45 s are less than Pulumi's own ten minutes.
    [InlineData(30, 10)]
    // 315 s are 5.25 minutes.
    [InlineData(300, 11)]
    public void A_model_is_deleted_when_its_last_request_is_finished(int longest, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        ColdStartBudget.For(Request(_round, 0, newNode: false, WeightDelivery.InImage) with { Replaces = Termination.For(ShutdownBehaviour.Ignores, longest) }).DeleteTimeout);

    private static ColdStartBudget Budget(RuntimeSpec runtime, long modelBytes, bool newNode, WeightDelivery delivery) =>
        ColdStartBudget.For(Request(runtime, modelBytes, newNode, delivery));

    private static ColdStartRequest Request(RuntimeSpec runtime, long modelBytes, bool newNode, WeightDelivery delivery) => new()
    {
        Node = newNode ? NodeSupply.ManagedNodeGroup : NodeSupply.Running,
        Image = runtime.ImageSize,
        Weights = new ByteSize(modelBytes),
        Delivery = delivery,
        Loader = runtime.Loader,
        Engine = runtime.Engine,
    };
}
