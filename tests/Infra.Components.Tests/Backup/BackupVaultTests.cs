using Infra.Components.Backup;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Backup;

public sealed class BackupVaultTests
{
    [Fact]
    public async Task A_vault_is_encrypted_and_stays() => Assert.Equal(
        """
        gpu-inference:index:BackupVault vault
        aws:kms/key:Key vault-key parent=vault provider=aws protect=True retain=True
        aws:backup/vault:Vault vault-vault parent=vault provider=aws protect=True retain=True
        """,
        (await Run(new BackupVaultArgs())).Resources());

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task A_lock_is_for_ever_only_where_that_is_said(int? changeable)
    {
        var run = await Run(new BackupVaultArgs { LockDays = 35, ChangeableDays = changeable });

        Assert.Equal((35, changeable), ((int?)run.Inputs("vault-lock")["minRetentionDays"], (int?)run.Inputs("vault-lock")["changeableForDays"]));
        Assert.Equal(("True", "True"), (run.Registrations.Single(r => r.Name == "vault-lock").Protect.ToString(), run.Registrations.Single(r => r.Name == "vault-lock").RetainOnDelete.ToString()));
    }

    [Fact]
    public async Task A_lock_without_protection_is_refused() => Assert.Equal(
        "1 problem in gpu-inference:index:BackupVault:\n  vault.lockDays: locked recovery points can't be deleted with their vault; set protect, or do without the lock",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(new BackupVaultArgs { LockDays = 7, Protect = false }))).Message);

    [Fact]
    public async Task Days_are_what_AWS_takes() => Assert.Equal(
        "2 problems in gpu-inference:index:BackupVault:\n  vault.lockDays: 0 is not between 1 and 36500\n"
        + "  vault.changeableDays: 2 is less than 3, the fewest days that AWS leaves for second thoughts",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(new BackupVaultArgs { LockDays = 0, ChangeableDays = 2 }))).Message);

    [Fact]
    public async Task What_cant_be_changed_has_to_be_there() => Assert.Equal(
        "1 problem in gpu-inference:index:BackupVault:\n  vault.changeableDays: there is no lock to change; set lockDays",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(new BackupVaultArgs { ChangeableDays = 3 }))).Message);

    private static Task<ComponentRun> Run(BackupVaultArgs args) => JobSamples.Run(options => _ = new BackupVault("vault", args, options));
}
