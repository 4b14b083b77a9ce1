using Pulumi;

namespace Infra.Components.Serving;

/// <summary>When an <see cref="InferenceService"/> counts as worse than another that answers for the same model.</summary>
public sealed class AnalysisArgs : ResourceArgs
{
    /// <summary><see cref="InferenceServiceArgs.Model"/> of the other one.</summary>
    [Input("stable", required: true)]
    public required string Stable { get; init; }

    /// <summary>By how much more of its requests may fail, 0 to 1.</summary>
    [Input("errorRatio", required: true)]
    public required double ErrorRatio { get; init; }

    /// <summary>How many times as long its requests may take, at the 95th percentile; 1 or more.</summary>
    [Input("latencyFactor", required: true)]
    public required double LatencyFactor { get; init; }

    /// <summary>Minutes over which both are measured, and for which it has to be worse; 2 or more.</summary>
    [Input("minutes", required: true)]
    public required int Minutes { get; init; }
}
