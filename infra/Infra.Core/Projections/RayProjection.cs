using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Serving;

namespace Infra.Core.Projections;

/// <summary>Pods that KubeRay makes of its kinds (kuberay v1.7.0, controllers/ray/common/pod.go and job.go).</summary>
public static class RayProjection
{
    // The default; in the others no pod submits.
    private const string PodMode = "K8sJobMode";

    private const string Head = "head";
    private const string NewCluster = "NewCluster";
    private const string Incremental = "NewClusterWithIncrementalUpgrade";

    private static readonly ImmutableArray<string> _ofAutoscaler = ["resources", "securityContext"];

    // The default of maxSurgePercent.
    private const int WholeCluster = 100;

    /// <summary>The pods of a <c>RayService</c>; while a changed one replaces the old there are both clusters, unless nobody replaces it.</summary>
    /// <param name="service">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfService(JsonObject service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var strategy = service["spec"]!["upgradeStrategy"];
        return OfSpec((JsonObject)service["spec"]!["rayClusterConfig"]!).Select(pods => pods with { MostAtUpdate = pods.Most + Second(strategy, pods) });
    }

    /// <summary>The pods of a <c>RayCluster</c>.</summary>
    /// <param name="cluster">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfCluster(JsonObject cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return OfSpec((JsonObject)cluster["spec"]!).Concat(Cleanup((JsonObject)cluster["spec"]!));
    }

    /// <summary>The pods of a <c>RayJob</c>, among them the one that submits where nobody else does.</summary>
    /// <param name="job">Its inputs.</param>
    public static IEnumerable<ProjectedPods> OfJob(JsonObject job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var spec = job["spec"]!;
        var cluster = (JsonObject)spec["rayClusterSpec"]!;
        foreach (var pods in OfSpec(cluster).Concat(Cleanup(cluster)))
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

    // Pods of the second cluster. By steps only as many workers are added as the percentage says, but the head is there at once.
    private static int Second(JsonNode? strategy, ProjectedPods pods) => (strategy?["type"]?.GetValue<string>() ?? NewCluster) switch
    {
        NewCluster => pods.Most,
        Incremental when pods.Role != Head => PodParts.Share(pods.Most, strategy?["clusterUpgradeOptions"]?["maxSurgePercent"] is { } percent ? PodParts.Number(percent) : WholeCluster),
        Incremental => pods.Most,
        _ => 0,
    };

    // When the cluster goes, a Job with the head's pod deletes its state.
    private static IEnumerable<ProjectedPods> Cleanup(JsonObject cluster)
    {
        if (cluster["gcsFaultToleranceOptions"] is null)
        {
            yield break;
        }

        var pod = Template(cluster["headGroupSpec"]!);
        pod["containers"] = new JsonArray(PodParts.ContainerLikeFirst(pod, "redis-cleanup", "200m", "256Mi"));
        yield return new ProjectedPods("redis-cleanup", 0, 1, pod);
    }

    private static IEnumerable<ProjectedPods> OfSpec(JsonObject cluster)
    {
        yield return new ProjectedPods(Head, 1, 1, HeadPod(cluster)) { Labels = Labels(cluster["headGroupSpec"]!), HasScale = false };
        foreach (var group in cluster["workerGroupSpecs"] as JsonArray ?? [])
        {
            var hosts = group!["numOfHosts"] is { } number ? PodParts.Number(number) : 1;
            yield return new ProjectedPods(
                group["groupName"]!.GetValue<string>(), hosts * PodParts.Number(group["minReplicas"]!), hosts * PodParts.Number(group["maxReplicas"]!), Worker(group))
            {
                Labels = Labels(group),
                HasScale = false,
                PodsPerReplica = hosts,
            };
        }
    }

    private static JsonObject HeadPod(JsonObject cluster)
    {
        var pod = Template(cluster["headGroupSpec"]!);
        if (cluster["enableInTreeAutoscaling"]?.GetValue<bool>() == true)
        {
            var autoscaler = PodParts.Container("autoscaler", RayHead.AutoscalerCpu.ToString(), RayHead.AutoscalerMemory.ToString());
            foreach (var field in _ofAutoscaler)
            {
                if (cluster["autoscalerOptions"]?[field] is { } given)
                {
                    autoscaler[field] = given.DeepClone();
                }
            }

            pod["containers"]!.AsArray().Add(autoscaler);
        }

        return pod;
    }

    private static JsonObject Worker(JsonNode group)
    {
        var pod = Template(group);
        var before = pod["initContainers"] as JsonArray ?? [];
        before.Add(PodParts.ContainerLikeFirst(pod, "wait-gcs-ready", "200m", "256Mi"));
        pod["initContainers"] = before.Parent is null ? before : before.DeepClone();
        return pod;
    }

    private static ImmutableSortedDictionary<string, string> Labels(JsonNode group) => PodParts.Labels(group["template"]!["metadata"]);

    private static JsonObject Template(JsonNode group) => (JsonObject)group["template"]!["spec"]!.DeepClone();
}
