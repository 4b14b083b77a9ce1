using System.Collections.Immutable;
using Infra.Components.Security.ExternalSecrets;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Secrets that AWS keeps instead of Pulumi, in the region and account of <c>aws</c>: External Secrets makes Secrets of them, with an identity that may read these entries alone, and renews them every
/// hour. A secret that stands here comes from here, whether Pulumi has one of its name or not. On EKS only.
/// </summary>
public sealed record ExternalSecretsConfig : IConfigRules
{
    /// <summary>What keeps them. Default: secretsManager.</summary>
    public ExternalSecretService Service { get; init; }

    /// <summary>ARNs of the KMS keys that encrypt the entries. Default: none, AWS' own key does.</summary>
    [Matches("arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+", "the ARN of a KMS key such as arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public ImmutableArray<string> KeyArns { get; init; } = [];

    /// <summary>The token for Hugging Face, instead of <c>gpu-inference:huggingFaceToken</c>. Default: none.</summary>
    public ExternalEntryConfig? HuggingFaceToken { get; init; }

    /// <summary>Credentials of private registries for imagePull with credentials, instead of <c>gpu-inference:imagePullCredentials</c>. Default: none.</summary>
    public ExternalEntryConfig? ImagePullCredentials { get; init; }

    /// <summary>
    /// Secrets of the receivers in monitoring.alerting, instead of <c>gpu-inference:alertSecrets</c>: a JSON object with a property for each receiver that has a secret and names no Secret. Default: none.
    /// </summary>
    public ExternalEntryConfig? AlertSecrets { get; init; }

    /// <summary>Value of the header with which the receiver of traces is asked, instead of <c>gpu-inference:tracesHeader</c>. Default: none.</summary>
    public ExternalEntryConfig? TracesHeader { get; init; }

    /// <summary>Secrets for models and jobs. Default: none.</summary>
    public ImmutableArray<ExternalSecretConfig> Secrets { get; init; } = [];

    /// <summary>Names of all entries.</summary>
    internal IEnumerable<string> Entries => SecretKey.All.Select(Of).OfType<ExternalEntryConfig>().Select(entry => entry.Entry).Concat(Secrets.SelectMany(secret => secret.Entries));

    /// <summary>The interface endpoint over which pods reach the service.</summary>
    internal string Endpoint => Service == ExternalSecretService.ParameterStore ? "ssm" : "secretsmanager";

    /// <summary>Name of the service as the store has it.</summary>
    internal string ServiceName => Service == ExternalSecretService.ParameterStore ? ExternalSecretsOperatorArgs.ParameterStore : ExternalSecretsOperatorArgs.SecretsManager;

    /// <summary>The entry that stands for a secret of the configuration; null for none.</summary>
    internal ExternalEntryConfig? Of(SecretKey secret) =>
        secret == SecretKey.HuggingFaceToken ? HuggingFaceToken
        : secret == SecretKey.ImagePullCredentials ? ImagePullCredentials
        : secret == SecretKey.AlertSecrets ? AlertSecrets
        : secret == SecretKey.TracesHeader ? TracesHeader
        : throw new ArgumentOutOfRangeException(nameof(secret), secret.Name, "no such secret");

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (!Entries.Any())
        {
            problems.Add(path, $"names no entry; name one ({string.Join(", ", SecretKey.All.Select(secret => secret.Name))}, secrets), or remove it");
        }

        if (AlertSecrets is { Property: not null })
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "alertSecrets"), "property"), "each property of the entry is the secret of a receiver; remove it");
        }
    }
}
