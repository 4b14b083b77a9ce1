using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Pulumi has as long as the pods may take, or doesn't wait.</summary>
internal sealed class PulumiWaitsLongEnough : IPolicyRule
{
    // pulumi-kubernetes, provider/pkg/await: ten minutes for workloads, unless said otherwise.
    private static readonly TimeSpan _byDefault = TimeSpan.FromMinutes(10);

    public RuleDescription About { get; } = new(
        "REL004",
        PolicySeverity.Warning,
        "Pulumi waits for a workload as long as its startup probe does",
        "Pulumi gives up after ten minutes: the update is recorded as failed, what depends on the workload isn't made, and the model comes up a few minutes later all the same.",
        "pulumi.com, Kubernetes provider, \"Await logic\": customTimeouts, pulumi.com/skipAwait");

    public IEnumerable<Verdict> Check(PolicyContext context) => context.IsManifests ? [] :
        from pod in context.Pods
        where pod.Owner.Kind is "Deployment" or "StatefulSet" or "Pod" && !pod.Owner["metadata", "annotations", "pulumi.com/skipAwait"].IsTrue
        from container in pod.Containers
        let budget = Probes.Budget(container.Body["startupProbe"])
        where container.Body["startupProbe"].Entries.Any() && budget is not null
        let patience = Patience(pod.Owner)
        where budget > patience.TotalSeconds
        select pod.Owner.Finding($"the startup probe of {container.Name} waits {Probes.Seconds(budget)} and Pulumi {Probes.Seconds(patience.TotalSeconds)}; set CustomTimeouts.Create above it, or pulumi.com/skipAwait");

    private static TimeSpan Patience(PolicySubject workload) =>
        workload.Resource.Options.CustomTimeouts?.Create
        ?? (double.TryParse(workload["metadata", "annotations", "pulumi.com/timeoutSeconds"].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : _byDefault);
}
