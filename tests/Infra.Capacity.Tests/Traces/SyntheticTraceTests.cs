using Infra.Capacity.Traces;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Capacity;

namespace Infra.Capacity.Tests.Traces;

public sealed class SyntheticTraceTests
{
    private const long Hour = 3_600_000_000;
    private static readonly SyntheticModel _assistant = new(0, "assistant", 5, TokenLengths.Conversation);
    private static readonly SyntheticModel _classifier = new(1, "image-classifier", 3, null);

    // A Poisson count has its mean as variance; four deviations are left once in 16,000 times, and the seeds are fixed.
    [Theory]
    [InlineData(TrafficKind.Steady, 1, 1)]
    [InlineData(TrafficKind.Diurnal, 1.5, 24)]
    [InlineData(TrafficKind.Diurnal, 2, 24)]
    [InlineData(TrafficKind.Burst, 4, 1)]
    [InlineData(TrafficKind.FlashCrowd, 10, 2)]
    public void As_many_come_as_the_rate_says(TrafficKind kind, double peak, int hours)
    {
        var shape = new TrafficShape { Kind = kind, DurationMicros = hours * Hour, Peak = peak };
        for (var seed = 1; seed <= 3; seed++)
        {
            var times = SyntheticTrace.Of(shape, [_classifier], seed).Select(request => request.AtMicros).ToList();
            var expected = Expected(shape, 0, shape.DurationMicros);

            Assert.InRange(times.Count, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
            var parts = times.CountBy(at => at / (shape.DurationMicros / 24)).ToDictionary();
            Assert.All(Enumerable.Range(0, 24), part =>
            {
                var here = Expected(shape, part * (shape.DurationMicros / 24), (part + 1) * (shape.DurationMicros / 24));
                Assert.InRange(parts.GetValueOrDefault(part), here - (4.5 * Math.Sqrt(here)), here + (4.5 * Math.Sqrt(here)));
            });
        }
    }

    [Fact]
    public void They_come_in_order_and_within_the_time()
    {
        var shape = new TrafficShape { Kind = TrafficKind.FlashCrowd, DurationMicros = Hour, Peak = 10 };
        var all = SyntheticTrace.Of(shape, [_assistant, _classifier], seed: 7).ToList();

        Assert.Equal(all.OrderBy(request => request.AtMicros).ThenBy(request => request.Model), all);
        Assert.All(all, request => Assert.InRange(request.AtMicros, 0, Hour - 1));
    }

    [Fact]
    public void The_same_seed_makes_the_same_and_another_model_changes_nothing()
    {
        var shape = new TrafficShape { Kind = TrafficKind.Steady, DurationMicros = Hour / 6, Peak = 1 };
        var alone = SyntheticTrace.Of(shape, [_assistant], seed: 42).ToList();

        Assert.Equal(alone, SyntheticTrace.Of(shape, [_assistant], seed: 42));
        Assert.Equal(alone, SyntheticTrace.Of(shape, [_assistant, _classifier], seed: 42).Where(request => request.Model == 0));
        Assert.NotEqual(alone, SyntheticTrace.Of(shape, [_assistant], seed: 43));
        Assert.NotEqual(alone, SyntheticTrace.Of(shape, [_assistant with { Name = "other" }], seed: 42));
    }

    // Times between the requests of a Poisson process are exponential: as long on average as they deviate.
    [Fact]
    public void Steady_requests_know_nothing_of_each_other()
    {
        var shape = new TrafficShape { Kind = TrafficKind.Steady, DurationMicros = 6 * Hour, Peak = 1 };
        var times = SyntheticTrace.Of(shape, [_classifier], seed: 3).Select(request => (double)request.AtMicros).ToList();
        var gaps = times.Zip(times.Skip(1), (one, next) => next - one).ToList();
        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));

        Assert.InRange(deviation / mean, 0.98, 1.02);
        Assert.InRange(gaps.Count(gap => gap > mean) / (double)gaps.Count, 0.36, 0.376);
    }

    // The means of the trace's own numbers; the straight lines between quantiles make up for the difference.
    [Theory]
    [InlineData("conversation", 1154.7, 211.1)]
    [InlineData("code", 2047.8, 27.9)]
    public void Lengths_have_nearly_the_means_of_the_trace_that_they_come_from(string name, double input, double output)
    {
        var lengths = TokenLengths.All.Single(lengths => lengths.Name == name);
        var all = SyntheticTrace.Of(new TrafficShape { Kind = TrafficKind.Steady, DurationMicros = 10 * Hour, Peak = 1 }, [_assistant with { Lengths = lengths }], seed: 1).ToList();

        Assert.InRange(all.Average(request => request.InputTokens) / input, 0.9, 1.1);
        Assert.InRange(all.Average(request => request.OutputTokens) / output, 0.8, 1.2);
        Assert.InRange(all.Min(request => request.InputTokens), 2, 80);
        Assert.InRange(all.Count(request => request.InputTokens <= (name == "code" ? 1469 : 1020)) / (double)all.Count, 0.49, 0.51);
    }

    private static double Expected(TrafficShape shape, long from, long to)
    {
        const int Steps = 3_000;
        var step = (to - from) / (double)Steps;
        return Enumerable.Range(0, Steps).Sum(i => shape.At(from + ((i + 0.5) * step))) * step * _classifier.PerSecond / 1e6;
    }
}
