namespace Infra.Stacks.Configuration;

/// <summary>What the cluster refuses, and where its secrets come from.</summary>
public sealed record SecurityConfig
{
    /// <summary>Which images pods of models and jobs may have. Default: any.</summary>
    public ImagePolicyConfig? ImagePolicy { get; init; }

    /// <summary>Secrets that AWS keeps instead of Pulumi. Default: none.</summary>
    public ExternalSecretsConfig? ExternalSecrets { get; init; }
}
