namespace Infra.Capacity.Simulation;

/// <summary>A pool's accelerators within an interval, each times seconds.</summary>
/// <param name="AtMicros">When the interval begins.</param>
/// <param name="PaidSeconds">Those of nodes that are paid for.</param>
/// <param name="HeldSeconds">Of these the ones that replicas held; shared ones by their parts.</param>
/// <param name="BusySeconds">Of these the ones that worked.</param>
public readonly record struct GpuInterval(long AtMicros, double PaidSeconds, double HeldSeconds, double BusySeconds);
