using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Stacks.Rules;

/// <summary>A pool as the rules of models see it.</summary>
internal sealed record CheckedPool
{
    /// <summary>Known instance types; empty where the nodes exist already, whose shape nobody told us.</summary>
    public ImmutableArray<InstanceType> InstanceTypes { get; init; } = [];

    /// <summary>Whether the nodes exist already.</summary>
    public bool IsExisting { get; init; }

    /// <summary>GPUs that every node advertises, by the smallest of the instance types and after sharing.</summary>
    public required int GpusPerNode { get; init; }

    /// <summary>What accelerators existing nodes have; those of a managed pool say it by their types.</summary>
    public DeviceVendor Vendor { get; init; }

    /// <summary>How the GPUs are shared.</summary>
    public GpuSharing Sharing { get; init; } = GpuSharing.None;

    /// <summary>Most GPUs that one pod may ask for; null where only the node limits it.</summary>
    public int? GpusPerPod { get; init; }

    /// <summary>Nodes that the pool can have without somebody's help; null where nobody told us.</summary>
    public int? Nodes { get; init; }

    /// <summary>The setting with which the pool's maximum counts.</summary>
    public string GrowsWith { get; init; } = "";

    /// <summary>Volume of images and pods' files on every node; null where nobody told us.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>What the volume is and how it grows, for a message.</summary>
    public (string Name, string Remedy) VolumeWords { get; init; }

    /// <summary>Models that its nodes have in a cache, so that a replica takes no disk for them.</summary>
    public ImmutableArray<string> CachedModels { get; init; } = [];
}
