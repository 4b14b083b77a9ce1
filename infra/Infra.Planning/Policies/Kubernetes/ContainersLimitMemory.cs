using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>A leak ends in its own container.</summary>
internal sealed class ContainersLimitMemory : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S004",
        PolicySeverity.Info,
        "Every container limits its memory",
        "A server that leaks takes the node's memory, and the kernel kills whatever it finds: another model, or the kubelet.",
        "kube-score, container-resources; polaris, memoryLimitsMissing");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.Containers
        from verdict in pod.Owner.Judge(container.Body["resources", "limits", "memory"], limit => limit.IsAbsent ? $"container {container.Name} has no limit of memory; set one" : null)
        select verdict;
}
