using Infra.Components.Serving.Ray;
using Infra.Components.Shared;
using Infra.Core.Serving;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>A model as a cluster of Ray.</summary>
internal static class RayModel
{
    private const string WorkerGroup = "model";

    /// <summary>The cluster.</summary>
    public static RayClusterSpecArgs Cluster(ServingSpec spec)
    {
        var isScaled = spec.Args.Autoscaling is not null;
        var cluster = new RayClusterSpecArgs
        {
            RayVersion = spec.Args.Ray?.Application?.RayVersion ?? RayServe.RayVersion,
            EnableInTreeAutoscaling = isScaled,
            HeadGroupSpec = new RayHeadGroupArgs
            {
                // It serves nothing and computes nothing.
                RayStartParams = { ["num-cpus"] = "0", ["num-gpus"] = "0" },
                Template = new CoreV1.PodTemplateSpecArgs
                {
                    Metadata = new Meta.ObjectMetaArgs { Labels = ManagedBy.Labels(spec.Runtime.Name, spec.Args.Model, RayNetworkPolicy.HeadComponent) },
                    Spec = Head(spec),
                },
            },
            WorkerGroupSpecs = { Workers(spec) },
        };
        if (isScaled)
        {
            var options = RayParts.Autoscaler();
            options.IdleTimeoutSeconds = spec.Windows!.Ray.IdleTimeout.Whole;
            cluster.AutoscalerOptions = options;
        }

        if (RayParts.FaultTolerance(spec.Args.Ray?.Redis) is { } redis)
        {
            cluster.GcsFaultToleranceOptions = redis;
        }

        return cluster;
    }

    /// <summary>Fewest workers, each a pod.</summary>
    public static int FewestWorkers(ServingSpec spec) => (spec.Args.Autoscaling?.MinReplicas ?? spec.Args.Replicas) * spec.PodsPerReplica;

    private static CoreV1.PodSpecArgs Head(ServingSpec spec)
    {
        var head = spec.Args.Ray?.Head ?? new RayHeadArgs();
        var pod = new CoreV1.PodSpecArgs
        {
            // KubeRay gives it a service account of its own where the autoscaler runs beside it, which asks the API server for pods.
            EnableServiceLinks = false,
            SecurityContext = PodSecurity.Pod(RayParts.User),
            Containers =
            {
                new CoreV1.ContainerArgs
                {
                    Name = "head",
                    // The application is built here too, so that it needs the same code.
                    Image = spec.Runtime.Image,
                    Env = { new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" } },
                    Ports = RayParts.HeadPorts(),
                    Resources = RayParts.Requests(head.Cpu, head.Memory),
                    VolumeMounts = { new CoreV1.VolumeMountArgs { Name = RayParts.Scratch, MountPath = "/tmp" } },
                    SecurityContext = PodSecurity.Container(),
                },
            },
            Volumes = { new CoreV1.VolumeArgs { Name = RayParts.Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = spec.Runtime.Scratch.ToString() } } },
        };
        PoolBinding.Apply(head.Pools, spec.Runtime.Architectures, pod);
        return PullSecrets.In(spec.Args.ImagePullSecrets, pod);
    }

    private static RayWorkerGroupArgs Workers(ServingSpec spec)
    {
        // A replica of several nodes is as many workers, which Ray puts together.
        var pods = spec.PodsPerReplica;
        var group = new RayWorkerGroupArgs
        {
            GroupName = WorkerGroup,
            MinReplicas = FewestWorkers(spec),
            MaxReplicas = spec.MaxReplicas * pods,
            Template = ServingPod.Template(spec, Worker(spec)),
        };
        if (spec.Args.Autoscaling is null)
        {
            group.Replicas = spec.Args.Replicas * pods;
        }

        return group;
    }

    private static CoreV1.PodSpecArgs Worker(ServingSpec spec)
    {
        var server = ServingPod.Server(spec);
        // KubeRay has probes of its own: of Ray, and of the proxy that serves; a replica that loads its model is no worker that hangs.
        server.StartupProbe = null;
        server.ReadinessProbe = null;
        server.LivenessProbe = null;
        var pod = ServingPod.Pod(spec, server, revisionLabel: null);
        pod.SecurityContext = PodSecurity.Pod(RayParts.User);
        return pod;
    }
}
