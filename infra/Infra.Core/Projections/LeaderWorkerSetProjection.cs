using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods that LeaderWorkerSet makes of its kind (lws v0.10.0, api/leaderworkerset/v1).</summary>
public static class LeaderWorkerSetProjection
{
    /// <summary>The pods.</summary>
    /// <param name="set">Inputs of the <c>LeaderWorkerSet</c>.</param>
    /// <param name="scaler">Bounds of the autoscaler that owns the replicas; null for none.</param>
    public static IEnumerable<ProjectedPods> Of(JsonObject set, ScalerBounds? scaler = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        var replicas = set["spec"]!["replicas"] is { } groups ? PodParts.Number(groups) : 1;
        var (least, most) = scaler is null ? (replicas, replicas) : (scaler.Least, scaler.Most);
        var template = set["spec"]!["leaderWorkerTemplate"]!;
        var size = template["size"] is { } pods ? PodParts.Number(pods) : 1;
        var surge = set["spec"]!["rolloutStrategy"]?["rollingUpdateConfiguration"]?["maxSurge"] is { } added ? DeploymentProjection.Amount(added, most) : 0;
        yield return Pods("leader", least, most, most + surge, template["leaderTemplate"] ?? template["workerTemplate"]!, 1);
        if (size > 1)
        {
            yield return Pods("worker", least * (size - 1), most * (size - 1), (most + surge) * (size - 1), template["workerTemplate"]!, size - 1);
        }
    }

    private static ProjectedPods Pods(string role, int least, int most, int atUpdate, JsonNode template, int perReplica) =>
        new(role, least, most, (JsonObject)template["spec"]!.DeepClone()) { Labels = PodParts.Labels(template["metadata"]), MostAtUpdate = atUpdate, PodsPerReplica = perReplica };
}
