using Pulumi;

namespace Infra.Components.Backup;

/// <summary>Inputs of <see cref="BackupVault"/>.</summary>
public sealed class BackupVaultArgs : ResourceArgs
{
    /// <summary>
    /// Whether Pulumi refuses to delete vault and key, and leaves them in AWS when their stack goes. Default: true. Where false, a deletion takes <b>all recovery points</b> with it (force destroy).
    /// </summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Days for which nobody can delete a recovery point, 1 to 36,500. Default: none, and who may delete recovery points can.</summary>
    [Input("lockDays")]
    public int? LockDays { get; init; }

    /// <summary>
    /// Days after which the lock is for ever, 3 or more: then nobody can take it off, AWS neither (compliance mode). Default: none; who has the permission can take it off (governance mode). Needs
    /// <see cref="LockDays"/>.
    /// </summary>
    [Input("changeableDays")]
    public int? ChangeableDays { get; init; }
}
