using System.Collections.Immutable;
using System.Globalization;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Capacity.Recommendation;

/// <summary>What one replica is to have of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">So much of it.</param>
public sealed record ScalerTarget(ScalingMetric Metric, double Value)
{
    // A horizontal pod autoscaler lets a tenth above the target pass (--horizontal-pod-autoscaler-tolerance): more than 90 % of what can't pass 100 % would never be too much.
    private const double MostPercent = 90;

    private static readonly ImmutableArray<double> _steps = [0.5, 0.75, 1.25, 1.5];

    /// <summary>The key below <c>autoscaling</c>.</summary>
    public string Key => ScalingMetrics.Key(Metric);

    /// <summary>The value as YAML and people have it.</summary>
    public string Text => Value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Half, three quarters, five quarters and one and a half of it, as far as they are targets.</summary>
    public IEnumerable<ScalerTarget> Around => _steps.Select(step => this with { Value = Allowed(Value * step) }).Where(other => other.Value != Value).Distinct();

    /// <summary>Why the simulation can't tell what another target would do; null where it can.</summary>
    /// <param name="model">The model.</param>
    public string? WhyNot(SimulatedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Metric switch
        {
            ScalingMetric.Cpu when model.Places.Any(place => place.Profile?.CpuMicrosPerRequest is null) => "no profile says what CPU a request takes (cpuMicrosPerRequest)",
            ScalingMetric.Memory or ScalingMetric.GpuMemory => "the simulation doesn't know how much memory is in use",
            ScalingMetric.Queries => "nobody here can answer queries of one's own",
            ScalingMetric.KvCache or ScalingMetric.TokensPerSecond when model.Places.Any(place => place.Profile is not TokenProfile) => "its profile is not one of a language model",
            _ => null,
        };
    }

    private double Allowed(double value) => Metric switch
    {
        ScalingMetric.Cpu or ScalingMetric.Memory or ScalingMetric.Gpu or ScalingMetric.GpuMemory or ScalingMetric.KvCache => Math.Clamp(Math.Round(value), 1, Math.Max(MostPercent, Value)),
        ScalingMetric.RequestsPerSecond or ScalingMetric.Queries => Math.Max(0.001, Math.Round(value, 3)),
        _ => Math.Max(1, Math.Round(value)),
    };
}
