using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>No secret stands in the text of a pod.</summary>
internal sealed class SecretsInVariables : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC009",
        PolicySeverity.Error,
        "No environment variable holds a secret as text",
        "Whoever may read the Deployment, a crash report, the Git history or Pulumi's state has the key.",
        "pulumi/pulumi #734, #1353; polaris, sensitiveContainerEnvVar");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from variable in container.Body["env"].Items
        let value = variable["value"]
        where value.Text is { Length: > 0 } text && !text.StartsWith("$(", StringComparison.Ordinal) && (SecretNames.Means(variable["name"].Text ?? "") || SecretNames.Is(text))
        select pod.Owner.Finding(value, $"{variable["name"].Text} stands here as text; take it from a Secret (valueFrom.secretKeyRef) that Pulumi's secret configuration or an external store fills");
}
