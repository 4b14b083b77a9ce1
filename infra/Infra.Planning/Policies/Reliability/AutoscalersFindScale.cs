using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>An autoscaler has something to turn.</summary>
internal sealed class AutoscalersFindScale : IPolicyRule
{
    private static readonly ImmutableSortedDictionary<string, string> _without = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("InferenceService", "set minReplicas, maxReplicas, scaleMetric and scaleTarget of its predictor, or scale the Deployment that KServe makes"),
        KeyValuePair.Create("RayService", "set minReplicas and maxReplicas of its worker groups"),
        KeyValuePair.Create("RayCluster", "set minReplicas and maxReplicas of its worker groups"),
        KeyValuePair.Create("LLMInferenceService", "set its own scaling, or scale the Deployment that KServe makes"),
        KeyValuePair.Create("DaemonSet", "each node has one; scale the nodes"),
        KeyValuePair.Create("Job", "use a ScaledJob"),
        KeyValuePair.Create("Pod", "use a Deployment"),
    ]);

    public RuleDescription About { get; } = new(
        "REL011",
        PolicySeverity.Error,
        "What an autoscaler targets has the subresource scale",
        "The autoscaler answers FailedGetScale and never scales anything: the service looks elastic and is not.",
        "seed S0.12 (fix); kubernetes.io, \"Horizontal Pod Autoscaling\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from target in context.Scalers.All
        where _without.ContainsKey(target.Key.Kind)
        from scaler in target
        select scaler.Finding(scaler["spec", "scaleTargetRef", "kind"], $"{target.Key.Kind} has no subresource scale; {_without[target.Key.Kind]}");
}
