namespace Infra.Planning.Policies.Security;

/// <summary>Pods stay in their own namespaces.</summary>
internal sealed class HostNamespaces : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC001",
        PolicySeverity.Error,
        "No pod joins a namespace of its host",
        "A process that sees the host's network, processes or memory reaches the credentials of the node and the traffic of every other pod.",
        "kubernetes.io, \"Pod Security Standards\", baseline");

    protected override bool IsAbout(string field) =>
        field is "spec.hostNetwork" or "spec.hostPID" or "spec.hostIPC";
}
