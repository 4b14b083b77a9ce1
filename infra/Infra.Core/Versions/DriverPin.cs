namespace Infra.Core.Versions;

/// <summary>A branch of NVIDIA's driver.</summary>
/// <param name="Branch">Its number, e.g. 580.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="AsOf">When it was read.</param>
public sealed record DriverPin(int Branch, string Source, string AsOf) : Pin(Source, AsOf);
