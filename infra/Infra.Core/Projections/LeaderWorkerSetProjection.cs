using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods that LeaderWorkerSet makes of its kind (lws v0.10.0, api/leaderworkerset/v1).</summary>
public static class LeaderWorkerSetProjection
{
    /// <summary>The pods.</summary>
    /// <param name="set">Inputs of the <c>LeaderWorkerSet</c>.</param>
    public static IEnumerable<ProjectedPods> Of(JsonObject set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var replicas = set["spec"]!["replicas"] is { } groups ? PodParts.Number(groups) : 1;
        var template = set["spec"]!["leaderWorkerTemplate"]!;
        var size = template["size"] is { } pods ? PodParts.Number(pods) : 1;
        yield return Pods("leader", replicas, template["leaderTemplate"] ?? template["workerTemplate"]!);
        if (size > 1)
        {
            yield return Pods("worker", replicas * (size - 1), template["workerTemplate"]!);
        }
    }

    private static ProjectedPods Pods(string role, int count, JsonNode template) => new(role, count, count, (JsonObject)template["spec"]!.DeepClone());
}
