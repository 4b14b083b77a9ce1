namespace Infra.Planning.Policies.Security;

/// <summary>Containers keep the rights that they start with.</summary>
internal sealed class PrivilegeEscalation : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC004",
        PolicySeverity.Warning,
        "No container may gain rights that it wasn't started with",
        "A set-user-id program in the image makes a process root although the container started as somebody else.",
        "kubernetes.io, \"Pod Security Standards\", restricted");

    protected override bool IsAbout(string field) =>
        field.EndsWith("allowPrivilegeEscalation", StringComparison.Ordinal);
}
