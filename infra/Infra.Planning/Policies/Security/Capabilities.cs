namespace Infra.Planning.Policies.Security;

/// <summary>Containers drop what they don't need.</summary>
internal sealed class Capabilities : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC006",
        PolicySeverity.Warning,
        "Every container drops all capabilities",
        "The runtime's default leaves rights such as raw sockets and changing owners of files, which no model server needs and exploits use.",
        "kubernetes.io, \"Pod Security Standards\", restricted");

    protected override bool IsAbout(string field) =>
        field.Contains("securityContext.capabilities", StringComparison.Ordinal);
}
