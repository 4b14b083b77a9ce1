using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Between how many replicas an autoscaler beside a workload moves.</summary>
/// <param name="Least">Fewest.</param>
/// <param name="Most">Most.</param>
public sealed record ScalerBounds(int Least, int Most)
{
    /// <summary>The bounds of a <c>HorizontalPodAutoscaler</c> or a <c>ScaledObject</c>; null for anything else.</summary>
    /// <param name="scaler">Its inputs.</param>
    public static ScalerBounds? Of(JsonObject? scaler) => (string?)scaler?["kind"] switch
    {
        "HorizontalPodAutoscaler" => Of(scaler, "minReplicas", "maxReplicas"),
        "ScaledObject" => Of(scaler, "minReplicaCount", "maxReplicaCount"),
        _ => null,
    };

    private static ScalerBounds Of(JsonObject scaler, string least, string most) =>
        new(PodParts.Number(scaler["spec"]![least]!), PodParts.Number(scaler["spec"]![most]!));
}
