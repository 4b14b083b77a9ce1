namespace Infra.Planning.Policies.Security;

/// <summary>Containers call only what they need of the kernel.</summary>
internal sealed class SystemCallProfiles : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC007",
        PolicySeverity.Warning,
        "Every container has a profile of system calls",
        "Without a seccomp profile all of the kernel's calls are open, also those that its last holes were in.",
        "kubernetes.io, \"Pod Security Standards\", restricted");

    protected override bool IsAbout(string field) =>
        field.EndsWith("seccompProfile.type", StringComparison.Ordinal) || field.EndsWith("appArmorProfile.type", StringComparison.Ordinal) || field.Contains("seLinuxOptions", StringComparison.Ordinal);
}
