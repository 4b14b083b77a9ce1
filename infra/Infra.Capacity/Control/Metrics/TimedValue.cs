namespace Infra.Capacity.Control;

/// <summary>A value at a time.</summary>
/// <param name="AtMicros">When.</param>
/// <param name="Value">How much.</param>
public readonly record struct TimedValue(long AtMicros, double Value);
