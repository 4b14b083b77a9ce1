using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>A ConfigMap is for everybody to read.</summary>
internal sealed class SecretsInConfigMaps : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC011",
        PolicySeverity.Error,
        "No ConfigMap holds a secret",
        "ConfigMaps are neither encrypted by the cluster's key nor kept from those who may only look; everybody with the role 'view' reads them.",
        "kubernetes.io, \"ConfigMaps\": does not provide secrecy or encryption");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from map in context.OfKind("ConfigMap")
        from data in map["data"].Entries
        let text = data.Value.Text
        where text is not null && (SecretNames.Is(text) || (SecretNames.Means(data.Key) && text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal)))
        select map.Finding(data.Value, $"'{data.Key}' looks like a secret; put it into a Secret, from Pulumi's secret configuration or an external store");
}
