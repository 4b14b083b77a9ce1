using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Where Prometheus keeps its metrics. Whether a volume outlives the environment says <c>storage.protect</c>.</summary>
public sealed record StackStorageConfig : IConfigRules
{
    /// <summary>Room of one server; when four fifths are used the oldest metrics go, whatever their age. Default: 50Gi.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "16Ti")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(50);

    /// <summary>Whether the room is on the disk of the pod's node, and its metrics go with the pod. Default: false, a volume.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Storage class of the volume. Default: disks of EBS in a cluster of the stack (cluster.eks), elsewhere the cluster's own default.</summary>
    [NonEmpty]
    public string? StorageClass { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Ephemeral && StorageClass is not null)
        {
            problems.Add(ConfigPath.Key(path, "storageClass"), "set together with ephemeral, which has no volume; remove one of them");
        }
    }
}
