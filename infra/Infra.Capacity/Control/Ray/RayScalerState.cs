namespace Infra.Capacity.Control;

/// <summary>What Ray Serve's autoscaler remembers.</summary>
/// <param name="Direction">Whether it has been asking for more (1), for fewer (-1) or for neither (0).</param>
/// <param name="SinceMicros">Since when.</param>
public readonly record struct RayScalerState(int Direction, long SinceMicros);
