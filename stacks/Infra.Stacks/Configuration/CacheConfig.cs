using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Models that are copied from S3 to the local disks of nodes as soon as a node is there. Models that are no longer listed are deleted from them.</summary>
public sealed record CacheConfig
{
    /// <summary>Pools with the cache: nodes of the stack with local NVMe disks (<c>localNvme</c>) and AL2023.</summary>
    [NonEmpty]
    public required ImmutableArray<string> Pools { get; init; }

    /// <summary>Models that it holds; their sources are in S3, and they run on these pools only.</summary>
    [NonEmpty]
    public required ImmutableArray<string> Models { get; init; }

    /// <summary>What it may take of each node's disks: at least the sum of its models.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "100Ti")]
    public required ByteSize Size { get; init; }
}
