using System.Collections.Immutable;
using Infra.Capacity.Control;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

/// <summary>How many replicas metrics ask for: the formula, its tolerance, and pods that nobody has measured or that don't serve yet. All numbers are computed by hand.</summary>
public sealed class MetricReplicasTests
{
    private const long Now = 1000 * Second;

    // A ready pod of a core that has run for long.
    private static PodReading Uses(int millis) => new()
    {
        StartedMicros = 0,
        IsReady = true,
        ReadyChangedMicros = 20 * Second,
        UsageMillis = millis,
        MeasuredMicros = Now,
        WindowMicros = 15 * Second,
    };

    private static PodReading Unmeasured => Uses(0) with { UsageMillis = null };

    private static PodReading Pending => new() { IsPending = true };

    public static TheoryData<string, int, int, PodReading[], int> Rows => new()
    {
        // kubernetes.io, "Horizontal Pod Autoscaling", algorithm details: twice the target doubles, half of it halves.
        { "200m of 100m", 3, 10, [Uses(200), Uses(200), Uses(200)], 6 },
        { "50m of 100m", 4, 10, [Uses(50), Uses(50), Uses(50), Uses(50)], 2 },
        { "on target", 3, 50, [Uses(500), Uses(500), Uses(500)], 3 },
        { "8 % above is within the tolerance", 3, 50, [Uses(540), Uses(540), Uses(540)], 3 },
        { "55.9 % is 55 %, which is 10 % above", 3, 50, [Uses(559), Uses(559), Uses(559)], 3 },
        { "56 %: 1.12 × 3 = 3.36", 3, 50, [Uses(560), Uses(560), Uses(560)], 4 },
        { "25 %: 0.5 × 3 = 1.5", 3, 50, [Uses(250), Uses(250), Uses(250)], 2 },
        { "a sum, no mean of single decisions: 0.9", 3, 50, [Uses(1350), Uses(0), Uses(0)], 3 },
        { "down, one unmeasured counts 100 %: 1600 of 4000, 0.8 × 4 = 3.2", 4, 50, [Uses(200), Uses(200), Uses(200), Unmeasured], 4 },
        { "down, target 150 %: one unmeasured counts 150 %: 3300 of 4000 is 82 %, 0.547 × 4 = 2.19", 4, 150, [Uses(600), Uses(600), Uses(600), Unmeasured], 3 },
        { "up, one unmeasured counts 0 %: 2400 of 4000, 1.2 × 4 = 4.8", 4, 50, [Uses(800), Uses(800), Uses(800), Unmeasured], 5 },
        { "up, but down with the unmeasured one: 1680 of 4000", 4, 50, [Uses(560), Uses(560), Uses(560), Unmeasured], 4 },
        { "down, but up with the unmeasured one: 1400 of 2000", 2, 50, [Uses(400), Unmeasured], 2 },
        { "up, one pending counts 0 %: 2000 of 3000 is 66 %, 1.32 × 3 = 3.96", 3, 50, [Uses(1000), Uses(1000), Pending], 4 },
        { "down, one pending doesn't count: 0.4 × 2 = 0.8", 3, 50, [Uses(200), Uses(200), Pending], 1 },
        { "up, but nine that are coming will do", 10, 50, [Uses(1000), .. Enumerable.Repeat(Pending, 9)], 10 },
        { "up, but fewer than there are: 2 × 3", 10, 50, [Uses(1500), Uses(1500), Unmeasured], 10 },
        { "nothing to go by", 2, 50, [Pending, Pending], 2 },
        { "one that ends doesn't count: 0.4 × 2", 3, 50, [Uses(200), Uses(200), Uses(1000) with { IsEnding = true }], 1 },
        { "young and not ready counts 0 %: 1000 of 2000 is on target", 2, 50, [Uses(1000), Uses(1000) with { StartedMicros = Now - Minute, IsReady = false, ReadyChangedMicros = Now - Minute }], 2 },
        { "young, measured before it was ready for a window: likewise", 2, 50, [Uses(1000), Uses(1000) with { StartedMicros = Now - Minute, ReadyChangedMicros = Now - (10 * Second) }], 2 },
        { "young, measured while it was ready: 2 × 2", 2, 50, [Uses(1000), Uses(1000) with { StartedMicros = Now - Minute, ReadyChangedMicros = Now - (15 * Second) }], 4 },
        { "old and never ready counts 0 %", 2, 50, [Uses(1000), Uses(1000) with { IsReady = false, ReadyChangedMicros = 29 * Second }], 2 },
        { "old and not ready any more counts", 2, 50, [Uses(1000), Uses(1000) with { IsReady = false, ReadyChangedMicros = 30 * Second }], 4 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Cpu(string why, int replicas, int target, PodReading[] pods, int wanted) =>
        Assert.True(wanted == Asked(OfCpu(target), replicas, new MetricReading.PerPod([.. pods])), why);

    [Fact]
    public void Memory_counts_of_pods_that_are_not_ready_too() =>
        Assert.Equal(4, Asked(OfCpu(50) with { Source = new(ObservedMetric.Memory, 15 * Second, 0) }, 2, new MetricReading.PerPod([Uses(1000), Uses(1000) with { IsReady = false, StartedMicros = Now, ReadyChangedMicros = Now }])));

    [Fact]
    public void A_percentage_of_nothing_is_no_answer() => Assert.Equal(2, Asked(OfCpu(50) with { RequestMillis = 0 }, 2, new MetricReading.PerPod([Uses(1000), Uses(1000)])));

    [Theory]
    [InlineData(4, 20_000, 2)] // 20 ÷ 10
    [InlineData(4, 36_000, 4)] // 0.9
    [InlineData(4, 44_000, 4)] // 1.1
    [InlineData(4, 44_001, 5)]
    [InlineData(4, 0, 0)]
    public void A_total_is_shared_by_the_replicas_that_there_are(int existing, long millis, int wanted) =>
        Assert.Equal(Math.Max(1, wanted), Asked(new HorizontalMetric.AverageValue(default, 10_000), existing, new MetricReading.Total(millis)));

    [Fact]
    public void The_metric_that_asks_for_most_wins_and_one_without_an_answer_keeps_what_there_is()
    {
        MetricReading few = new MetricReading.Total(10_000), many = new MetricReading.Total(70_000);
        Assert.Equal(7, Asked(4, few, many));
        Assert.Equal(7, Asked(4, MetricReading.Missing, many));
        Assert.Equal(4, Asked(4, few, MetricReading.Missing));
        Assert.Equal(4, Asked(4, MetricReading.Missing, MetricReading.Missing));
        Assert.Equal(1, Asked(4, few, few));
    }

    private static HorizontalMetric.Utilization OfCpu(int target) => new(new MetricSource(ObservedMetric.Cpu, 15 * Second, 15 * Second), target, 1000);

    private static int Asked(int replicas, MetricReading first, MetricReading second)
    {
        var metric = new HorizontalMetric.AverageValue(default, 10_000);
        return Asked([metric, metric], replicas, [first, second]);
    }

    private static int Asked(HorizontalMetric metric, int replicas, MetricReading reading) => Asked([metric], replicas, [reading]);

    // At once, and as far as it goes.
    private static int Asked(ImmutableArray<HorizontalMetric> metrics, int replicas, ImmutableArray<MetricReading> readings)
    {
        var rules = new ScalingRules(0, PolicySelect.Max, [new ScalingPolicy(false, 100, 15 * Second)], 0.1);
        var scaler = new HorizontalScaler(new HorizontalScalerSettings { Min = 1, Max = 100, Metrics = metrics, ScaleUp = rules, ScaleDown = rules });
        return scaler.Decide(HorizontalScalerState.Empty, Now, new ScaleObservation(replicas, replicas, readings)).Decision.Replicas;
    }
}
