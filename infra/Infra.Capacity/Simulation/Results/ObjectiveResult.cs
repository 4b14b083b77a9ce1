namespace Infra.Capacity.Simulation;

/// <summary>How an objective was met.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="TargetMicros">What was promised for 95 of 100, in microseconds; null for an availability.</param>
/// <param name="TargetShare">The share that was promised: 0.95, or the availability.</param>
/// <param name="Share">
/// The share that was attained, exactly counted. A request that failed is one that took too long: for the whole answer each that failed, for the first token and the waiting each that no server took up. 1 where nothing came.
/// </param>
public sealed record ObjectiveResult(ObjectiveKind Kind, long? TargetMicros, double TargetShare, double Share)
{
    /// <summary>Whether it was met.</summary>
    public bool IsMet => Share >= TargetShare;
}
