using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The stack's secrets can't be decrypted: a wrong passphrase, or no access to the key.</summary>
/// <param name="Said">What the command line says.</param>
public sealed record SecretsLocked(string? Stack, string Said) : StackFailure(Stack)
{
    public override string Kind => "secrets-locked";

    public override string What => $"the stack's secrets can't be decrypted: {Said}";

    public override ValueList<string> Next =>
    [
        "With a passphrase: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE, to the one that this stack was made with.",
        "With a key of AWS KMS: 'secretsprovider' in the environment's file names it; whoever runs this needs kms:Decrypt on it, in its region.",
    ];
}
