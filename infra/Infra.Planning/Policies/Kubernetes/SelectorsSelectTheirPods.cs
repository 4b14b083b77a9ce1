using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>A workload finds the pods that it makes.</summary>
internal sealed class SelectorsSelectTheirPods : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S006",
        PolicySeverity.Error,
        "A workload's selector matches the labels of its template",
        "The API server refuses the object: 'selector does not match template labels', or 'selector is required'.",
        "seed S4.2 and S1.13; kubernetes.io, \"Deployments\", \"Selector\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfKind("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet").Where(workload => workload.Group == "apps").SelectMany(Of);

    private static IEnumerable<Verdict> Of(PolicySubject workload)
    {
        var selector = workload["spec", "selector"];
        var labels = workload["spec", "template", "metadata", "labels"];
        if (selector.IsHidden || labels.IsHidden || workload["spec"].IsHidden)
        {
            return [workload.NotKnown(selector)];
        }

        return !selector.Entries.Any()
            ? [workload.Finding(selector, "there is no selector; give selector.matchLabels and the template the same labels")]
            : from label in selector["matchLabels"].Entries
              from verdict in workload.Judge(labels[label.Key], found => found.Text == label.Value.Text ? null : $"the selector wants {label.Key}={label.Value.Text}, and the template has {(found.IsAbsent ? "no such label" : found.Text)}; add it to template.metadata.labels")
              select verdict;
    }
}
