using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods of Kubernetes' own workloads that run on (kubernetes.io, "Deployments", "StatefulSets", "DaemonSet").</summary>
public static class DeploymentProjection
{
    // The defaults of the API.
    private const int DefaultReplicas = 1;
    private const int DefaultSurgePercent = 25;

    /// <summary>The pods of a <c>Deployment</c>.</summary>
    /// <param name="deployment">Its inputs.</param>
    /// <param name="scaler">Bounds of the autoscaler that owns the replicas; null for none.</param>
    public static ProjectedPods Of(JsonObject deployment, ScalerBounds? scaler)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var (least, most) = scaler is null ? (Replicas(deployment), Replicas(deployment)) : (scaler.Least, scaler.Most);
        return new ProjectedPods("pod", least, most, Pod(deployment)) { Labels = Labels(deployment), MostAtUpdate = most + Surge(deployment["spec"]!["strategy"], most) };
    }

    /// <summary>The pods of a <c>StatefulSet</c>, which replaces each in its place.</summary>
    /// <param name="set">Its inputs.</param>
    public static ProjectedPods OfStatefulSet(JsonObject set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ProjectedPods("pod", Replicas(set), Replicas(set), Pod(set)) { Labels = Labels(set) };
    }

    /// <summary>The pods of a <c>DaemonSet</c> on each node that takes them.</summary>
    /// <param name="set">Its inputs.</param>
    public static ProjectedPods OfDaemonSet(JsonObject set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ProjectedPods("pod", 1, 1, Pod(set)) { Labels = Labels(set), IsPerNode = true };
    }

    /// <summary>Pods that a Deployment adds while it is updated.</summary>
    /// <param name="strategy">Its strategy; null for the default.</param>
    /// <param name="replicas">Its replicas.</param>
    internal static int Surge(JsonNode? strategy, int replicas) => strategy?["type"]?.GetValue<string>() == "Recreate"
        ? 0
        : strategy?["rollingUpdate"]?["maxSurge"] is { } surge ? Amount(surge, replicas) : PodParts.Share(replicas, DefaultSurgePercent);

    /// <summary>A number of pods that is written as such, or as a share of all.</summary>
    internal static int Amount(JsonNode amount, int whole) =>
        amount.ToString() is [.. var share, '%'] ? PodParts.Share(whole, PodParts.Number(share)) : PodParts.Number(amount);

    private static int Replicas(JsonObject workload) => workload["spec"]!["replicas"] is { } replicas ? PodParts.Number(replicas) : DefaultReplicas;

    private static ImmutableSortedDictionary<string, string> Labels(JsonObject workload) => PodParts.Labels(workload["spec"]!["template"]!["metadata"]);

    private static JsonObject Pod(JsonObject workload)
    {
        var template = workload["spec"]!["template"]!;
        var pod = (JsonObject)template["spec"]!.DeepClone();
        MeshProxy.AddTo(pod, template["metadata"]);
        return pod;
    }
}
