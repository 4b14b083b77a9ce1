namespace Infra.Core.Versions;

/// <summary>A Helm chart.</summary>
/// <param name="Name">Chart name in its repository.</param>
/// <param name="Repository">Repository URL, or the address of the chart in an OCI registry.</param>
/// <param name="Version">Chart version.</param>
/// <param name="Source">Where the version was read.</param>
/// <param name="AsOf">When that version was published.</param>
public sealed record ChartPin(string Name, string Repository, string Version, string Source, string AsOf) : Pin(Source, AsOf)
{
    /// <summary>The newest Kubernetes version that its publisher says it runs on, e.g. <c>1.36</c>; null where nobody was read who says so.</summary>
    public string? NewestKubernetes { get; init; }

    /// <summary>Whether the chart lies in an OCI registry; the repository is then the chart's own address.</summary>
    public bool IsOci => Repository.StartsWith("oci://", StringComparison.Ordinal);
}
