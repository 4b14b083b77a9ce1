using Infra.Components.Storage;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A model bucket.</summary>
public sealed record BucketConfig
{
    /// <summary>Name that model sources refer to (<c>s3://NAME/PATH</c>); the bucket's name in S3 is generated.</summary>
    [Matches("[a-z]([a-z0-9-]{0,30}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 32 characters")]
    public required string Name { get; init; }

    /// <summary>Days that replaced and deleted objects are kept. Default: 30.</summary>
    [InRange(Min = 1, Max = 3650)]
    public int NoncurrentDays { get; init; } = ModelBucketArgs.DefaultNoncurrentDays;

    /// <summary>Another region that every new object is copied to; deletions aren't. Default: none.</summary>
    [Matches(Regions.Pattern, Regions.Allowed)]
    public string? ReplicaRegion { get; init; }

    /// <summary>For how long nobody can delete or overwrite a version of an object. Default: not at all.</summary>
    public ObjectLockConfig? ObjectLock { get; init; }
}

/// <summary>S3 Object Lock.</summary>
public sealed record ObjectLockConfig
{
    /// <summary>Who may end it before its time. Default: governance.</summary>
    public ObjectLockMode Mode { get; init; } = ObjectLockMode.Governance;

    /// <summary>Days that every new version is locked for.</summary>
    [InRange(Min = 1, Max = 36_500)]
    public required int Days { get; init; }
}

/// <summary>Who may end an object lock before its time.</summary>
public enum ObjectLockMode
{
    /// <summary>Roles with <c>s3:BypassGovernanceRetention</c>.</summary>
    Governance,

    /// <summary>Nobody, the account's root user included.</summary>
    Compliance,
}
