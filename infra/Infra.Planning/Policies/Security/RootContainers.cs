namespace Infra.Planning.Policies.Security;

/// <summary>Containers run as somebody.</summary>
internal sealed class RootContainers : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC005",
        PolicySeverity.Warning,
        "No container runs as root",
        "A process that breaks out of a container as root is root on the node; model servers run what a stranger's pickle file tells them.",
        "kubernetes.io, \"Pod Security Standards\", restricted; seed S4.1");

    protected override bool IsAbout(string field) =>
        field.EndsWith("runAsNonRoot", StringComparison.Ordinal) || field.EndsWith("runAsUser", StringComparison.Ordinal);
}
