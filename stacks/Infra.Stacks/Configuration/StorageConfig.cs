using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Where models are kept.</summary>
public sealed record StorageConfig
{
    /// <summary>
    /// Whether Pulumi refuses to delete or replace what holds data. Default: true. With false, taking the environment down
    /// deletes all models with their buckets and volumes, but for disks of EBS that were made while it was true: these stay in AWS.
    /// </summary>
    public bool Protect { get; init; } = true;

    /// <summary>Days that records of all requests to the buckets are kept, in a bucket of their own. Default: none are made.</summary>
    [InRange(Min = 1, Max = 3650)]
    public int? AccessLogDays { get; init; }

    /// <summary>Model buckets.</summary>
    public ImmutableArray<BucketConfig> Buckets { get; init; } = [];

    /// <summary>Volumes for models and data, in the namespace of the models.</summary>
    public ImmutableArray<VolumeConfig> Volumes { get; init; } = [];

    /// <summary>Models kept on the local disks of nodes. Default: none.</summary>
    public CacheConfig? Cache { get; init; }
}
