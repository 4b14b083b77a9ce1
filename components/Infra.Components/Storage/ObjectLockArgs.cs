using Pulumi;

namespace Infra.Components.Storage;

/// <summary>For how long nobody can delete or overwrite a version of an object (S3 Object Lock).</summary>
public sealed class ObjectLockArgs : ResourceArgs
{
    /// <summary>
    /// <c>GOVERNANCE</c>: roles with <c>s3:BypassGovernanceRetention</c> may end it; <c>COMPLIANCE</c>: nobody can, the account's root user included.
    /// Default: GOVERNANCE.
    /// </summary>
    [Input("mode")]
    public string Mode { get; init; } = "GOVERNANCE";

    /// <summary>Days that every new version is locked for, 1 to 36500.</summary>
    [Input("days", required: true)]
    public required int Days { get; init; }
}
