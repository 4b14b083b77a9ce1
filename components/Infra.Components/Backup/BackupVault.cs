using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Aws = Pulumi.Aws.Backup;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Backup;

/// <summary>Where AWS Backup keeps recovery points, encrypted with a key of its own.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-key      KMS key, rotated every year
/// NAME-vault    the vault, auto-named
/// NAME-lock     optional: for how long recovery points can't be deleted
/// </code>
/// </remarks>
public sealed class BackupVault : ComponentResource
{
    private const int LongestRetention = 36_500;
    private const int ShortestGrace = 3;
    private const int KeyDeletionDays = 30;

    /// <summary>Name of the vault.</summary>
    [Output("vaultName")]
    public Output<string> VaultName { get; }

    /// <summary>ARN of the vault.</summary>
    [Output("vaultArn")]
    public Output<string> VaultArn { get; }

    /// <summary>Declares key and vault.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public BackupVault(string name, BackupVaultArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.BackupVault, name, args, options)
    {
        Check(name, args);
        var key = new Kms.Key($"{name}-key", new Kms.KeyArgs
        {
            Description = $"Encrypts recovery points of {name}",
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionDays,
        }, Keep(args, Children.Root(this, options)));
        var vault = new Aws.Vault($"{name}-vault", new Aws.VaultArgs { KmsKeyArn = key.Arn, ForceDestroy = !args.Protect }, Keep(args, Children.Root(this, options)));
        VaultName = vault.Name;
        VaultArn = vault.Arn;
        if (args.LockDays is { } days)
        {
            var rule = new Aws.VaultLockConfigurationArgs { BackupVaultName = vault.Name, MinRetentionDays = days };
            if (args.ChangeableDays is { } changeable)
            {
                rule.ChangeableForDays = changeable;
            }

            _ = new Aws.VaultLockConfiguration($"{name}-lock", rule, Keep(args, Children.Of(this)));
        }

        RegisterOutputs();
    }

    private static CustomResourceOptions Keep(BackupVaultArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        options.RetainOnDelete = args.Protect;
        return options;
    }

    private void Check(string name, BackupVaultArgs args)
    {
        var problems = new ConfigProblems();
        if (args.LockDays is < 1 or > LongestRetention)
        {
            problems.Add(ConfigPath.Key(name, "lockDays"), $"{args.LockDays} is not between 1 and {LongestRetention}");
        }

        if (args is { LockDays: not null, Protect: false })
        {
            problems.Add(ConfigPath.Key(name, "lockDays"), "locked recovery points can't be deleted with their vault; set protect, or do without the lock");
        }

        if (args.ChangeableDays is < ShortestGrace)
        {
            problems.Add(ConfigPath.Key(name, "changeableDays"), $"{args.ChangeableDays} is less than {ShortestGrace}, the fewest days that AWS leaves for second thoughts");
        }

        if (args is { ChangeableDays: not null, LockDays: null })
        {
            problems.Add(ConfigPath.Key(name, "changeableDays"), "there is no lock to change; set lockDays");
        }

        problems.ThrowAt(this, ComponentTypes.BackupVault);
    }
}
