using System.Text.Json.Nodes;
using Infra.Core.Serving;

namespace Infra.Core.Projections;

/// <summary>Pods that KubeRay makes of its kinds (kuberay v1.7.0, controllers/ray/common/pod.go and job.go).</summary>
public static class RayProjection
{
    // The default; in the others no pod submits.
    private const string PodMode = "K8sJobMode";

    /// <summary>The pods of a <c>RayService</c>; while a changed one replaces the old, twice as many.</summary>
    /// <param name="service">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfService(JsonObject service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return OfSpec((JsonObject)service["spec"]!["rayClusterConfig"]!);
    }

    /// <summary>The pods of a <c>RayCluster</c>.</summary>
    /// <param name="cluster">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfCluster(JsonObject cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return OfSpec((JsonObject)cluster["spec"]!);
    }

    /// <summary>The pods of a <c>RayJob</c>, among them the one that submits where nobody else does.</summary>
    /// <param name="job">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfJob(JsonObject job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var spec = job["spec"]!;
        foreach (var pods in OfSpec((JsonObject)spec["rayClusterSpec"]!))
        {
            yield return pods;
        }

        if ((spec["submissionMode"]?.GetValue<string>() ?? PodMode) == PodMode)
        {
            yield return new ProjectedPods(
                "submitter",
                1,
                1,
                spec["submitterPodTemplate"]?["spec"] is JsonObject own
                    ? (JsonObject)own.DeepClone()
                    : new JsonObject { ["containers"] = new JsonArray(PodParts.Container("ray-job-submitter", "500m", "200Mi")) });
        }
    }

    private static IEnumerable<ProjectedPods> OfSpec(JsonObject cluster)
    {
        yield return new ProjectedPods("head", 1, 1, Head(cluster));
        foreach (var group in cluster["workerGroupSpecs"] as JsonArray ?? [])
        {
            var hosts = group!["numOfHosts"] is { } number ? PodParts.Number(number) : 1;
            yield return new ProjectedPods(
                group["groupName"]!.GetValue<string>(), hosts * PodParts.Number(group["minReplicas"]!), hosts * PodParts.Number(group["maxReplicas"]!), Worker(group));
        }
    }

    private static JsonObject Head(JsonObject cluster)
    {
        var pod = Template(cluster["headGroupSpec"]!);
        if (cluster["enableInTreeAutoscaling"]?.GetValue<bool>() == true)
        {
            var autoscaler = PodParts.Container("autoscaler", RayHead.AutoscalerCpu.ToString(), RayHead.AutoscalerMemory.ToString());
            if (cluster["autoscalerOptions"]?["resources"] is { } resources)
            {
                autoscaler["resources"] = resources.DeepClone();
            }

            pod["containers"]!.AsArray().Add(autoscaler);
        }

        return pod;
    }

    private static JsonObject Worker(JsonNode group)
    {
        var pod = Template(group);
        var before = pod["initContainers"] as JsonArray ?? [];
        before.Add(PodParts.Container("wait-gcs-ready", "200m", "256Mi"));
        pod["initContainers"] = before.Parent is null ? before : before.DeepClone();
        return pod;
    }

    private static JsonObject Template(JsonNode group) => (JsonObject)group["template"]!["spec"]!.DeepClone();
}
