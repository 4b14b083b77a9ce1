using Infra.Planning.Policies.Subjects;
using Infra.Planning.Rendering.Manifests;

namespace Infra.Planning.Policies.Security;

/// <summary>What fills a Secret isn't written beside it.</summary>
internal sealed class SecretsInPlainSight : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC012",
        PolicySeverity.Error,
        "The data of a Secret are secret",
        "Base64 is no encryption: what stands in a manifest is in Git, and what Pulumi isn't told to be secret is in its state and in every diff as text.",
        "pulumi/pulumi #734, #2003; kubernetes.io, \"Good practices for Kubernetes Secrets\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from secret in context.OfKind("Secret")
        where !IsToken(secret)
        from data in secret["data"].Entries.Concat(secret["stringData"].Entries)
        where data.Value.Text is { Length: > 0 } text && !Redaction.IsPlaceholder(text)
        select secret.Finding(data.Value, context.IsManifests
            ? $"the value of '{data.Key}' stands in the file; let an external store fill the Secret (External Secrets), or Pulumi's secret configuration"
            : $"the value of '{data.Key}' is no Pulumi secret; read it with RequireSecret, or wrap it in Output.CreateSecret");

    // The cluster fills it.
    private static bool IsToken(PolicySubject secret) => secret["type"].Text == "kubernetes.io/service-account-token";
}
