namespace Infra.Planning.Policies.Security;

/// <summary>Pods mount only what Kubernetes keeps apart for them.</summary>
internal sealed class HostVolumes : RestrictedPodRule
{
    public override RuleDescription About { get; } = new(
        "SEC002",
        PolicySeverity.Error,
        "No pod mounts paths of its host",
        "A hostPath volume gives a pod the node's files: the kubelet's credentials, the container runtime's socket, other pods' data.",
        "kubernetes.io, \"Pod Security Standards\", baseline; \"hostPath\" volumes");

    protected override bool IsAbout(string field) =>
        field.StartsWith("spec.volumes[", StringComparison.Ordinal);
}
