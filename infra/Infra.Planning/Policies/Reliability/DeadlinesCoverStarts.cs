using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A Deployment has as long as its pods may take.</summary>
internal sealed class DeadlinesCoverStarts : IPolicyRule
{
    private const double DefaultDeadline = 600;

    public RuleDescription About { get; } = new(
        "REL003",
        PolicySeverity.Warning,
        "The progress deadline is longer than the startup probe",
        "The Deployment is reported as failed after its deadline of ten minutes while the probe still allows the model to load: a rollout that would have succeeded is rolled back.",
        "kubernetes.io, \"Deployments\", \"Progress Deadline Seconds\" (default 600)");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where pod.Owner.Kind == "Deployment"
        from container in pod.Containers
        let probe = container.Body["startupProbe"]
        where probe.Entries.Any()
        from verdict in pod.Owner.Judge(pod.Owner["spec", "progressDeadlineSeconds"], deadline => Probes.Budget(probe) > (deadline.Number ?? DefaultDeadline)
            ? $"the startup probe of {container.Name} waits {Probes.Seconds(Probes.Budget(probe))} and the deadline is {Probes.Seconds(deadline.Number ?? DefaultDeadline)}; set progressDeadlineSeconds above it"
            : null)
        select verdict;
}
