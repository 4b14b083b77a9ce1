namespace Infra.Planning.Policies.Security;

/// <summary>Pods stay with themselves.</summary>
internal sealed class HostReach : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC008",
        PolicySeverity.Warning,
        "No pod reaches for ports, settings or hosts outside itself",
        "A host port takes the address of the node and passes network policies; a probe with a host makes the kubelet ask a machine of the author's choice.",
        "kubernetes.io, \"Pod Security Standards\", baseline");

    protected override bool IsAbout(string field) =>
        field.EndsWith("hostPort", StringComparison.Ordinal) || field.EndsWith(".host", StringComparison.Ordinal) || field.EndsWith("sysctls", StringComparison.Ordinal);
}
