namespace Infra.Planning.Policies.Security;

/// <summary>Containers don't own their node.</summary>
internal sealed class PrivilegedContainers : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC003",
        PolicySeverity.Error,
        "No container is privileged",
        "A privileged container is root on its node: it loads kernel modules, sees all devices and leaves its namespaces at will.",
        "kubernetes.io, \"Pod Security Standards\", baseline");

    protected override bool IsAbout(string field) =>
        field.EndsWith("securityContext.privileged", StringComparison.Ordinal) || field.EndsWith("windowsOptions.hostProcess", StringComparison.Ordinal) || field.EndsWith("procMount", StringComparison.Ordinal);
}
