namespace Infra.Planning.Placement.Scheduling;

/// <summary>Why a node doesn't take a pod.</summary>
/// <param name="Filter">The scheduler's filter.</param>
/// <param name="Reason">In the scheduler's words; several reasons of one filter are joined by commas there, and here too.</param>
internal sealed record Refusal(string Filter, string Reason);
