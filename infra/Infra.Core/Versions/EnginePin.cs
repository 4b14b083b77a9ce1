namespace Infra.Core.Versions;

/// <summary>A database engine that AWS runs.</summary>
/// <param name="Version">Major version.</param>
/// <param name="Source">Where the version was read.</param>
/// <param name="AsOf">When it was read.</param>
public sealed record EnginePin(string Version, string Source, string AsOf) : Pin(Source, AsOf);
