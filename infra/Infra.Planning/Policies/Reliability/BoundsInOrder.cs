using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>The least is no more than the most.</summary>
internal sealed class BoundsInOrder : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL012",
        PolicySeverity.Error,
        "Fewest, wanted and most are in order",
        "The API server or the operator refuses the object, in the middle of an update.",
        "seed S0.2; kubernetes.io, HorizontalPodAutoscalerSpec: maxReplicas cannot be less than minReplicas");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. context.OfKind("HorizontalPodAutoscaler").SelectMany(scaler => Of(scaler, scaler["spec"], "minReplicas", "maxReplicas")),
        .. context.OfKind("ScaledObject").SelectMany(scaler => Of(scaler, scaler["spec"], "minReplicaCount", "maxReplicaCount")),
        .. context.OfKind("InferenceService").SelectMany(service => Of(service, service["spec", "predictor"], "minReplicas", "maxReplicas")),
        .. context.OfType(PolicyPools.NodeGroup).SelectMany(group => Of(group, group["scalingConfig"], "minSize", "maxSize", "desiredSize")),
        .. from cluster in context.OfKind("RayCluster", "RayService", "RayJob")
           from spec in new[] { cluster["spec"], cluster["spec", "rayClusterConfig"], cluster["spec", "rayClusterSpec"] }
           from workers in spec["workerGroupSpecs"].Items
           from verdict in Of(cluster, workers, "minReplicas", "maxReplicas", "replicas")
           select verdict,
    ];

    private static IEnumerable<Verdict> Of(PolicySubject subject, Field bounds, string least, string most, string? wanted = null)
    {
        var (min, max) = (bounds[least].Number, bounds[most].Number);
        if (min > max)
        {
            yield return subject.Finding(bounds[least], $"{least} is {bounds[least].Text} and {most} {bounds[most].Text}; set {most} to {bounds[least].Text} at least");
        }
        else if (wanted is not null && bounds[wanted].Number is { } number && (number < min || number > max))
        {
            yield return subject.Finding(bounds[wanted], $"{wanted} is {bounds[wanted].Text} and not between {least} {bounds[least].Text} and {most} {bounds[most].Text}");
        }
    }
}
