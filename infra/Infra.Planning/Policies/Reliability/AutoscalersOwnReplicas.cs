using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Who scales a workload is the only one to say its replicas.</summary>
internal sealed class AutoscalersOwnReplicas : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL009",
        PolicySeverity.Warning,
        "A workload with an autoscaler says no number of replicas",
        "Every update sets the number back: ten replicas under load become the two of the manifest, and the autoscaler begins anew with cold starts of minutes.",
        "pulumi/pulumi-kubernetes #2491, #3312; kube-score, deployment-has-no-replicas-with-HPA");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from target in context.Scalers.All
        let workload = context.Find(target.Key.Kind, target.Key.Namespace, target.Key.Name)
        where workload is not null && !workload["spec", "replicas"].IsAbsent && !workload.Resource.Options.IgnoreChanges.Any(path => path is "spec.replicas" or "spec")
        select workload.Finding(workload["spec", "replicas"], $"{target.First().Label} owns this number; leave it out, or list spec.replicas in ignoreChanges");
}
