namespace Infra.LoadTesting.Runs;

/// <summary>How far a run is.</summary>
/// <param name="ElapsedMicros">How long it has been running.</param>
/// <param name="TotalMicros">How long it will send.</param>
/// <param name="IsWarmUp">Whether nothing is measured yet.</param>
/// <param name="Answered">Measured requests with an answer.</param>
/// <param name="Failed">Measured requests without a good one.</param>
/// <param name="InFlight">Requests under way.</param>
/// <param name="P95Micros">95 % of the answers took no longer, so far.</param>
public sealed record LoadProgress(long ElapsedMicros, long TotalMicros, bool IsWarmUp, long Answered, long Failed, int InFlight, long P95Micros);
