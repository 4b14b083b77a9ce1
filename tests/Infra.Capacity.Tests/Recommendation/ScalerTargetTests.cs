using Infra.Capacity.Recommendation;
using Infra.Capacity.Service;
using Infra.Capacity.Tests.Rendering;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class ScalerTargetTests
{
    [Theory]
    [InlineData(ScalingMetric.Cpu, 60, "cpuPercent", "30, 45, 75, 90")]
    [InlineData(ScalingMetric.Gpu, 80, "gpuPercent", "40, 60, 90")]
    [InlineData(ScalingMetric.Cpu, 95, "cpuPercent", "48, 71")]
    [InlineData(ScalingMetric.KvCache, 1, "kvCachePercent", "2")]
    [InlineData(ScalingMetric.Concurrency, 1, "concurrency", "2")]
    [InlineData(ScalingMetric.QueueDepth, 3, "queueDepth", "2, 4")]
    [InlineData(ScalingMetric.RequestsPerSecond, 0.5, "requestsPerSecond", "0.25, 0.375, 0.625, 0.75")]
    [InlineData(ScalingMetric.TokensPerSecond, 1000, "tokensPerSecond", "500, 750, 1250, 1500")]
    public void Steps_around_a_target_are_targets(ScalingMetric metric, double value, string key, string around)
    {
        var target = new ScalerTarget(metric, value);

        Assert.Equal((key, around), (target.Key, string.Join(", ", target.Around.Select(other => other.Text))));
    }

    [Theory]
    [InlineData(ScalingMetric.Cpu, "no profile says what CPU a request takes (cpuMicrosPerRequest)")]
    [InlineData(ScalingMetric.Memory, "the simulation doesn't know how much memory is in use")]
    [InlineData(ScalingMetric.GpuMemory, "the simulation doesn't know how much memory is in use")]
    [InlineData(ScalingMetric.Queries, "nobody here can answer queries of one's own")]
    [InlineData(ScalingMetric.Gpu, null)]
    [InlineData(ScalingMetric.RequestsPerSecond, null)]
    [InlineData(ScalingMetric.Concurrency, null)]
    [InlineData(ScalingMetric.QueueDepth, null)]
    [InlineData(ScalingMetric.KvCache, null)]
    [InlineData(ScalingMetric.TokensPerSecond, null)]
    public void What_the_simulation_cannot_measure_is_said(ScalingMetric metric, string? why) =>
        Assert.Equal(why, new ScalerTarget(metric, 50).WhyNot(SampleRun.Create().Platform.Models[0]));

    [Fact]
    public void A_profile_may_say_what_CPU_a_request_takes_and_only_language_models_have_tokens()
    {
        var model = SampleRun.Create().Platform.Models[0];
        var profile = new RequestProfile { Source = "test", IsEstimate = false, BatchTimes = TimeCurve.Constant(1000), CpuMicrosPerRequest = 1000 };
        var classifier = model with { Places = [model.Places[0] with { Profile = profile }] };

        Assert.Null(new ScalerTarget(ScalingMetric.Cpu, 50).WhyNot(classifier));
        Assert.Equal("its profile is not one of a language model", new ScalerTarget(ScalingMetric.KvCache, 50).WhyNot(classifier));
        Assert.Equal("its profile is not one of a language model", new ScalerTarget(ScalingMetric.TokensPerSecond, 50).WhyNot(classifier));
    }
}
