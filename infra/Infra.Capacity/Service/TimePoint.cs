namespace Infra.Capacity.Service;

/// <summary>How long something took at one size.</summary>
/// <param name="Size">Requests of a batch, sequences of a batch, or tokens of a prompt; 1 or more.</param>
/// <param name="Micros">The time, in microseconds; more than 0.</param>
public readonly record struct TimePoint(int Size, double Micros);
