namespace Infra.Stacks.Configuration;

/// <summary>What keeps secrets in AWS.</summary>
public enum ExternalSecretService
{
    /// <summary>AWS Secrets Manager.</summary>
    SecretsManager,

    /// <summary>AWS Systems Manager Parameter Store.</summary>
    ParameterStore,
}
