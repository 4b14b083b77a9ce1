using System.Collections.Immutable;
using Infra.Components.Storage;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Where models are kept.</summary>
public sealed record StorageConfig
{
    /// <summary>
    /// Whether Pulumi refuses to delete or replace what holds data. Default: true. With false, taking the environment down
    /// deletes all models with their buckets.
    /// </summary>
    public bool Protect { get; init; } = true;

    /// <summary>Model buckets.</summary>
    public ImmutableArray<BucketConfig> Buckets { get; init; } = [];
}

/// <summary>A model bucket.</summary>
public sealed record BucketConfig
{
    /// <summary>Name that model sources refer to (<c>s3://NAME/PATH</c>); the bucket's name in S3 is generated.</summary>
    [Matches("[a-z]([a-z0-9-]{0,30}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 32 characters")]
    public required string Name { get; init; }

    /// <summary>Days that replaced and deleted objects are kept. Default: 30.</summary>
    [InRange(Min = 1, Max = 3650)]
    public int NoncurrentDays { get; init; } = ModelBucketArgs.DefaultNoncurrentDays;
}
