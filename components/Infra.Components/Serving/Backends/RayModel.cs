using Infra.Components.Serving.Ray;
using Infra.Components.Shared;
using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>A model as a cluster of Ray.</summary>
internal static class RayModel
{
    // The user of Ray's images: its home, which holds Python, is closed to others (rayproject/ray, Dockerfile).
    private const int User = 1000;
    private const string Scratch = "tmp";
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
            cluster.AutoscalerOptions = new RayAutoscalerOptionsArgs
            {
                IdleTimeoutSeconds = spec.Windows!.Ray.IdleTimeout.Whole,
                Resources = Requests(RayHead.AutoscalerCpu.ToString(), RayHead.AutoscalerMemory.ToString()),
                SecurityContext = PodSecurity.Container(),
                VolumeMounts = { new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" } },
            };
        }

        if (spec.Args.Ray?.Redis is { } redis)
        {
            cluster.GcsFaultToleranceOptions = new RayGcsFaultToleranceArgs
            {
                RedisAddress = redis.Address,
                RedisPassword = redis.Password is { } password
                    ? (Input<RayRedisCredentialArgs>)new RayRedisCredentialArgs
                    {
                        ValueFrom = new CoreV1.EnvVarSourceArgs { SecretKeyRef = new CoreV1.SecretKeySelectorArgs { Name = password.Name, Key = password.Key } },
                    }
                    : null,
            };
        }

        return cluster;
    }

    private static CoreV1.PodSpecArgs Head(ServingSpec spec) => new()
    {
        // KubeRay gives it a service account of its own where the autoscaler runs beside it, which asks the API server for pods.
        EnableServiceLinks = false,
        SecurityContext = PodSecurity.Pod(User),
        // Any node that takes it: those of the models have taints, and it needs no device.
        Affinity = new CoreV1.AffinityArgs { NodeAffinity = PoolBinding.Only(spec.Runtime.Architectures) },
        Containers =
        {
            new CoreV1.ContainerArgs
            {
                Name = "head",
                // The application is built here too, so that it needs the same code.
                Image = spec.Runtime.Image,
                Env = { new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" } },
                Ports =
                {
                    Port("gcs", 6379),
                    Port("dashboard", 8265),
                    Port("client", 10001),
                },
                Resources = Requests(RayHead.Cpu.ToString(), RayHead.Memory.ToString()),
                VolumeMounts = { new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" } },
                SecurityContext = PodSecurity.Container(),
            },
        },
        Volumes = { new CoreV1.VolumeArgs { Name = Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = spec.Runtime.Scratch.ToString() } } },
    };

    private static RayWorkerGroupArgs Workers(ServingSpec spec)
    {
        // A replica of several nodes is as many workers, which Ray puts together.
        var pods = spec.PodsPerReplica;
        var group = new RayWorkerGroupArgs
        {
            GroupName = WorkerGroup,
            MinReplicas = (spec.Args.Autoscaling?.MinReplicas ?? spec.Args.Replicas) * pods,
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
        pod.SecurityContext = PodSecurity.Pod(User);
        return pod;
    }

    private static CoreV1.ContainerPortArgs Port(string name, int port) => new() { Name = name, ContainerPortValue = port };

    private static CoreV1.ResourceRequirementsArgs Requests(string cpu, string memory) => new()
    {
        Requests = { ["cpu"] = cpu, ["memory"] = memory },
        Limits = { ["memory"] = memory },
    };
}
