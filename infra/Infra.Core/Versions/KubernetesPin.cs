namespace Infra.Core.Versions;

/// <summary>A minor version of Kubernetes as EKS offers it; <see cref="Pin.EndOfSupport"/> is the end of standard support.</summary>
/// <param name="Version">Minor version, e.g. <c>1.35</c>.</param>
/// <param name="Source">Where the dates were read.</param>
/// <param name="AsOf">When they were read.</param>
public sealed record KubernetesPin(string Version, string Source, string AsOf) : Pin(Source, AsOf)
{
    /// <summary>When EKS upgrades clusters of this version by itself, as ISO 8601 date; extended support costs more per hour.</summary>
    public required string EndOfExtendedSupport { get; init; }
}
