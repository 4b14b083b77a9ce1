namespace Infra.Capacity.Recommendation;

/// <summary>A setting that couldn't be tried.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Why">Why not.</param>
public sealed record RefusedSetting(Setting Setting, string Why);
