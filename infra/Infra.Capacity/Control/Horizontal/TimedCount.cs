namespace Infra.Capacity.Control;

/// <summary>A number of replicas at a time.</summary>
/// <param name="AtMicros">When.</param>
/// <param name="Count">How many.</param>
public readonly record struct TimedCount(long AtMicros, int Count);
