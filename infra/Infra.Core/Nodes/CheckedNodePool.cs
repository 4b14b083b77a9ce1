using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>What the rules made of a pool; the rest holds only where they found no problem.</summary>
public sealed record CheckedNodePool
{
    /// <summary>The instance types that are known, in the order of preference.</summary>
    public required ImmutableArray<InstanceType> InstanceTypes { get; init; }

    /// <summary>The AMI type; null where it is none for this pool.</summary>
    public required AmiType? Ami { get; init; }

    /// <summary>How the GPUs are shared.</summary>
    public required GpuSharing Sharing { get; init; }
}
