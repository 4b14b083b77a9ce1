using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>What the operator may read: the named entries and nothing else. It never lists, writes or describes (external-secrets v2.9.0, providers/v1/aws, <c>GetSecret</c> and <c>GetSecretMap</c>).</summary>
internal static class ExternalSecretsPolicy
{
    /// <summary>The policy document.</summary>
    public static string For(ExternalSecretsOperatorArgs args)
    {
        var entries = args.Entries.Distinct().Order(StringComparer.Ordinal);
        var read = args.Service == ExternalSecretsOperatorArgs.ParameterStore
            ? Allow("ReadEntries", "ssm:GetParameter", entries.Select(entry => $"arn:aws:ssm:{args.Region}:{args.AccountId}:parameter/{entry.TrimStart('/')}"))
            // Secrets Manager adds six characters to the name (Secrets Manager user guide, "Permissions policy examples").
            : Allow("ReadEntries", "secretsmanager:GetSecretValue", entries.Select(entry => $"arn:aws:secretsmanager:{args.Region}:{args.AccountId}:secret:{entry}-??????"));
        return PolicyDocuments.Of([read, .. args.KeyArns.Count > 0 ? [Allow("DecryptEntries", "kms:Decrypt", args.KeyArns)] : Array.Empty<JObject>()]);
    }

    private static JObject Allow(string sid, string action, IEnumerable<string> resources) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = action,
        ["Resource"] = new JArray(resources),
    };
}
