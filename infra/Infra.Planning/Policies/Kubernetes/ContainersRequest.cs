using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>The scheduler knows what a pod needs.</summary>
internal sealed class ContainersRequest : IPolicyRule
{
    private static readonly string[] _resources = ["cpu", "memory"];

    public RuleDescription About { get; } = new(
        "K8S003",
        PolicySeverity.Warning,
        "Every container requests CPU and memory",
        "A container without requests is put onto a full node, and is the first to be killed there; an autoscaler that works by utilisation has nothing to divide by.",
        "polaris, cpuRequestsMissing, memoryRequestsMissing; kubernetes.io, \"Resource Management for Pods and Containers\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.Containers
        let resources = container.Body["resources"]
        from resource in _resources
            // A limit stands for a request that is missing.
        where resources["limits", resource].IsAbsent
        from verdict in pod.Owner.Judge(resources["requests", resource], request => request.IsAbsent ? $"container {container.Name} requests no {resource}; say what it needs" : null)
        select verdict;
}
