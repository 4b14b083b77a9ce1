using Infra.Components.Serving;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>When a candidate counts as worse than the stable model. An alert says so; what follows is a change of the weight, by a person or a pipeline.</summary>
public sealed record AnalysisConfig
{
    /// <summary>By how much more of its requests a candidate may fail, 0 to 1. Default: 0.01.</summary>
    [InRange(Min = 0, Max = 1)]
    public double ErrorRatio { get; init; } = 0.01;

    /// <summary>How many times as long its requests may take, at the 95th percentile. Default: 1.2.</summary>
    [InRange(Min = 1, Max = 100)]
    public double LatencyFactor { get; init; } = 1.2;

    /// <summary>Minutes over which both are measured, and for which the candidate has to be worse. Default: 10.</summary>
    [InRange(Min = 2, Max = 1440)]
    public int Minutes { get; init; } = 10;

    /// <summary>The component's form.</summary>
    /// <param name="stable">Name of the stable model.</param>
    internal AnalysisArgs ToArgs(string stable) => new() { Stable = stable, ErrorRatio = ErrorRatio, LatencyFactor = LatencyFactor, Minutes = Minutes };
}
