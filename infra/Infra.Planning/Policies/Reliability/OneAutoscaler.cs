using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A workload has one autoscaler, with all its metrics.</summary>
internal sealed class OneAutoscaler : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL010",
        PolicySeverity.Error,
        "No workload has two autoscalers",
        "Each undoes what the other did: replicas go up and down every few seconds, on GPUs that take minutes to start.",
        "seed S0.12 (fix); kubernetes.io, \"Horizontal Pod Autoscaling\"; keda.sh, \"ScaledObject specification\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from target in context.Scalers.All
        where target.Count() > 1
        from second in target.Skip(1)
        select second.Finding(second["spec", "scaleTargetRef"], $"{target.First().Label} scales {target.Key.Kind} {target.Key.Name} already; put all metrics into one, which takes the greatest answer");
}
