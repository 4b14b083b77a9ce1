using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Nobody is sent to a server that isn't there yet.</summary>
internal sealed class ServersSayWhenReady : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL002",
        PolicySeverity.Warning,
        "Containers that serve have a readiness probe",
        "Without one a pod gets requests as soon as its process runs: every rollout and every new replica answers with errors until the model is loaded.",
        "llm-d #300; kube-score, pod-probes; polaris, readinessProbeMissing");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where pod.Owner.Kind is "Deployment" or "StatefulSet" or "LeaderWorkerSet"
        from container in pod.Containers
        where container.Body["ports"].Items.Any()
        from verdict in pod.Owner.Judge(container.Body["readinessProbe"], probe => probe.IsAbsent && !pod.Containers.Any(other => other.Body["readinessProbe"].Entries.Any())
            ? $"container {container.Name} has ports and no readiness probe; add one that succeeds once the model answers"
            : null)
        select verdict;
}
