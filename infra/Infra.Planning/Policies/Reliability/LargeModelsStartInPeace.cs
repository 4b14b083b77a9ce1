using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Nobody kills a server that still loads its model.</summary>
internal sealed class LargeModelsStartInPeace : IPolicyRule
{
    // Minutes for an image and some tens of gigabytes of weights.
    private const double Patience = 600;

    public RuleDescription About { get; } = new(
        "REL001",
        PolicySeverity.Warning,
        "A GPU server with a liveness probe has a startup probe",
        "Weights take minutes to load. The liveness probe fails meanwhile, the kubelet restarts the container, and the load begins again, for ever.",
        "kserve/kserve #5062; kubernetes.io, \"Configure Liveness, Readiness and Startup Probes\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.Containers
        where container.Accelerators.Any()
        let liveness = container.Body["livenessProbe"]
        where liveness.Entries.Any() && container.Body["startupProbe"].IsAbsent && Probes.Budget(liveness) < Patience
        select pod.Owner.Finding(liveness, $"kills the container when it doesn't answer within {Probes.Seconds(Probes.Budget(liveness))} of its start, and there is no startup probe; add one with the model's time to load");
}
