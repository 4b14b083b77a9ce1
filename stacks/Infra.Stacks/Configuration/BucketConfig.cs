using Infra.Components.Storage;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A model bucket.</summary>
public sealed record BucketConfig : IConfigRules
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

    /// <summary>A bucket that is there already: it is read only, and its owner sees to everything else. Default: none, the stack makes the bucket.</summary>
    public ExistingBucketConfig? Existing { get; init; }

    /// <summary>Whether it is the bucket of this name that the platform's stack has (<c>platform.stack</c>); it is read only. Default: false.</summary>
    public bool Platform { get; init; }

    /// <summary>Whether the stack makes it.</summary>
    internal bool IsOwn => Existing is null && !Platform;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Existing is not null && Platform)
        {
            problems.Add(ConfigPath.Key(path, "platform"), "set together with existing; one of them says whose bucket it is");
        }

        foreach (var (key, isSaid) in new[] { ("noncurrentDays", NoncurrentDays != ModelBucketArgs.DefaultNoncurrentDays), ("replicaRegion", ReplicaRegion is not null), ("objectLock", ObjectLock is not null) })
        {
            if (!IsOwn && isSaid)
            {
                problems.Add(ConfigPath.Key(path, key), $"the bucket is somebody else's ({(Platform ? "platform" : "existing")}), who decides it; remove the line");
            }
        }
    }
}

/// <summary>A bucket of somebody else, in the environment's region and account, such as a copy that another stack makes with replicaRegion: its outputs replicaBuckets and replicaKeys say both.</summary>
public sealed record ExistingBucketConfig
{
    /// <summary>Name of the bucket in S3.</summary>
    [Matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "the name of a bucket in S3: 3 to 63 lower-case letters, digits, '.' and '-'")]
    public required string Bucket { get; init; }

    /// <summary>ARN of the KMS key that encrypts its objects.</summary>
    [Matches("arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+", "the ARN of a KMS key, such as arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public required string KeyArn { get; init; }
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
