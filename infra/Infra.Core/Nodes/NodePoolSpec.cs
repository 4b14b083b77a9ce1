using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>
/// What a managed pool of nodes with accelerators is asked to be: everything that <see cref="NodePoolRules"/> judges. Configuration and component
/// each write it from their own form, and use the same names for its keys.
/// </summary>
public sealed record NodePoolSpec
{
    /// <summary>Names of EC2 instance types (<c>instanceTypes</c>).</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>EKS AMI type (<c>amiType</c>); null for that which fits the instance types.</summary>
    public string? AmiType { get; init; }

    /// <summary>Release of the image (<c>amiReleaseVersion</c>); null for the newest.</summary>
    public string? AmiRelease { get; init; }

    /// <summary>Kubernetes minor version of the nodes; null where nobody knows it, or where another one than EKS chooses images.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>How the instances are bought (<c>capacityType</c>).</summary>
    public CapacityType CapacityType { get; init; }

    /// <summary>Id of a capacity reservation or block (<c>reservation.id</c>).</summary>
    public string? ReservationId { get; init; }

    /// <summary>ARN of a resource group of capacity reservations (<c>reservation.resourceGroupArn</c>).</summary>
    public string? ReservationGroupArn { get; init; }

    /// <summary>Names of the zones that the pool may use; empty where they are not known.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Whether the nodes' EFA interfaces are in use (<c>efa</c>).</summary>
    public bool Efa { get; init; }

    /// <summary>Whether images and pods' files are on the local NVMe disks (<c>localNvme</c>).</summary>
    public bool LocalNvme { get; init; }

    /// <summary>Throughput of the root volume in MiB/s (<c>rootVolumeThroughput</c>); null for gp3's own.</summary>
    public int? RootVolumeThroughput { get; init; }

    /// <summary>How images get to the nodes (<c>images</c>).</summary>
    public NodeImages Images { get; init; } = new();

    /// <summary>Whether types whose end is near or past are meant (<c>legacy</c>).</summary>
    public bool Legacy { get; init; }

    /// <summary>Whether Karpenter launches the nodes, its own one or that of EKS Auto Mode, instead of a node group.</summary>
    public bool ByKarpenter { get; init; }

    /// <summary>How GPUs are to be shared (<c>sharing</c>).</summary>
    public GpuSharingRequest Sharing { get; init; } = new();

    /// <summary>Further node labels (<c>labels</c>).</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The AMI type's name: the given one, else that which fits the first known instance type.</summary>
    public string AmiTypeName => AmiType ?? Fitting()?.Name ?? AmiTypes.Default(CpuArchitecture.Amd64, "nvidia")!.Name;

    private AmiType? Fitting()
    {
        foreach (var name in InstanceTypes)
        {
            if (InstanceCatalog.Default.TryGet(name, out var type) && AmiTypes.Default(type.Architecture, type.Accelerator?.Manufacturer) is { DriverFor: not null } ami)
            {
                return ami;
            }
        }

        return null;
    }
}
