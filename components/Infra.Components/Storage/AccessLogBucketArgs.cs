using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Inputs of <see cref="AccessLogBucket"/>.</summary>
public sealed class AccessLogBucketArgs : ResourceArgs
{
    /// <summary>Account of the buckets whose requests are recorded, twelve digits.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>Days that records are kept, 1 or more. Default: 90.</summary>
    [Input("retentionDays")]
    public int RetentionDays { get; init; } = DefaultRetentionDays;

    /// <summary>Whether Pulumi refuses to delete or replace the bucket and leaves it in AWS when its stack goes. Default: true.</summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Default of <see cref="RetentionDays"/>.</summary>
    public const int DefaultRetentionDays = 90;
}
