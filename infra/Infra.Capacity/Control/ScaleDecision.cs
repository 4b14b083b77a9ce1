namespace Infra.Capacity.Control;

/// <summary>How many replicas there are to be from now on.</summary>
/// <param name="Replicas">So many.</param>
/// <param name="Reason">What decided it.</param>
public readonly record struct ScaleDecision(int Replicas, ScaleReason Reason);
