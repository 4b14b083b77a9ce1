using Infra.Components.Jobs;
using Infra.Components.Serving;
using Infra.Components.Serving.Ray;
using Infra.Core.Catalog;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.RayClusters;

/// <summary>The specification of a cluster of Ray.</summary>
internal static class RayNodes
{
    // Kinds of pods, as label; the policy of the network asks for the instance alone.
    private const string Head = "ray-head";
    private const string Worker = "ray-worker";

    /// <summary>The specification.</summary>
    /// <param name="job">What all of its pods have in common.</param>
    /// <param name="nodes">What it consists of.</param>
    public static RayClusterSpecArgs Spec(JobSpec job, RayNodesArgs nodes)
    {
        var spec = new RayClusterSpecArgs
        {
            RayVersion = nodes.RayVersion,
            EnableInTreeAutoscaling = nodes.Autoscaling is not null,
            HeadGroupSpec = new RayHeadGroupArgs
            {
                RayStartParams = HeadParams(nodes.Head),
                Template = JobPod.Template(job with { Pod = nodes.Head.Pod, Component = Head }, (pod, container) => MakeHead(nodes, pod, container)),
            },
            WorkerGroupSpecs = nodes.Workers.Select(group => (Input<RayWorkerGroupArgs>)Workers(job, group, nodes.Autoscaling is not null)).ToArray(),
        };
        if (nodes.Autoscaling is { } autoscaling)
        {
            var options = RayParts.Autoscaler();
            // Whatever the version of Ray has as its default; the first one is going away (docs.ray.io, "KubeRay Autoscaling").
            options.Version = "v2";
            options.IdleTimeoutSeconds = autoscaling.IdleTimeoutSeconds;
            options.UpscalingMode = autoscaling.Upscaling;
            spec.AutoscalerOptions = options;
        }

        if (RayParts.FaultTolerance(nodes.Redis) is { } redis)
        {
            spec.GcsFaultToleranceOptions = redis;
        }

        return spec;
    }

    private static RayWorkerGroupArgs Workers(JobSpec job, RayWorkersArgs group, bool isScaled)
    {
        var workers = new RayWorkerGroupArgs
        {
            GroupName = group.GroupName,
            MinReplicas = group.MinReplicas,
            MaxReplicas = group.MaxReplicas,
            RayStartParams = group.StartParams,
            Template = JobPod.Template(job with { Pod = group.Pod, Component = Worker }, (pod, container) => MakeRay(Worker, pod, container)),
        };
        if (!isScaled)
        {
            workers.Replicas = group.Replicas ?? group.MinReplicas;
        }

        return workers;
    }

    private static void MakeHead(RayNodesArgs nodes, CoreV1.PodSpecArgs pod, CoreV1.ContainerArgs container)
    {
        MakeRay(Head, pod, container);
        container.Ports = RayParts.HeadPorts();
        // The autoscaler beside it asks the API server for workers; KubeRay lets the service account do so, and no other pod has its token.
        pod.AutomountServiceAccountToken = nodes.Autoscaling is not null;
    }

    private static void MakeRay(string name, CoreV1.PodSpecArgs pod, CoreV1.ContainerArgs container)
    {
        container.Name = name;
        pod.SecurityContext = PodSecurity.Pod(RayParts.User);
    }

    private static Dictionary<string, string> HeadParams(RayHeadPodArgs head)
    {
        var flags = new Dictionary<string, string>(head.StartParams, StringComparer.Ordinal);
        if (head.Pod.Resources.Devices == 0)
        {
            flags.TryAdd("num-cpus", "0");
        }

        return flags;
    }
}
