using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Units;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>The pod of a model: a download, then the server.</summary>
internal static class ServingPod
{
    public const string HttpPortName = "http";
    public const string GrpcPortName = "grpc";
    public const string ModelVolume = "model";
    public const string ScratchVolume = "tmp";
    private const string ConfigurationVolume = "config";

    // Endpoints and load balancers take a moment to notice that a pod leaves.
    private const int DrainSeconds = 15;

    // TensorFlow Serving ignores SIGTERM (tensorflow/serving #1853): every second more is one in which the pod is no longer
    // called and still holds its GPU. The rest after the drain is for requests that run on.
    private const int TerminationSeconds = DrainSeconds + 15;

    // Changes with the mounted files, so that new content makes new pods: the server reads them at its start only.
    private const string ConfigurationChecksum = "gpu-inference/config-checksum";

    /// <summary>The pod template of the model's Deployment.</summary>
    public static CoreV1.PodTemplateSpecArgs Template(
        InferenceServiceArgs args, RuntimeSpec runtime, ColdStartBudget budget, ServingLabels labels, ByteSize modelSize)
    {
        var isArchive = args.Source.ArchiveUrl is not null;
        var pod = new CoreV1.PodSpecArgs
        {
            ServiceAccountName = args.Model,
            PriorityClassName = args.PriorityClass is { } priority ? (Input<string>)priority : null,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = TerminationSeconds,
            SecurityContext = PodSecurity.Pod(),
            InitContainers = { ModelDownload.Container(args.Source, runtime) },
            Containers = { Server(args, runtime, budget, ModelStorage.PodRequest(isArchive, modelSize)) },
            Volumes =
            {
                new CoreV1.VolumeArgs { Name = ModelVolume, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = ModelStorage.Volume(isArchive, modelSize).ToString() } },
                new CoreV1.VolumeArgs { Name = ConfigurationVolume, ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = args.Model } },
                new CoreV1.VolumeArgs { Name = ScratchVolume, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = ModelStorage.Scratch.ToString() } },
            },
            TopologySpreadConstraints =
            {
                new CoreV1.TopologySpreadConstraintArgs
                {
                    TopologyKey = NodeLabels.Zone,
                    MaxSkew = 1,
                    // Soft: with scarce GPUs a replica in the wrong zone is better than none.
                    WhenUnsatisfiable = "ScheduleAnyway",
                    LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                    // Pods of the revision that a rolling update takes away don't count.
                    MatchLabelKeys = "pod-template-hash",
                },
            },
        };
        PoolBinding.Apply(args.Pools, runtime.Architectures, pod);
        var metadata = new Meta.ObjectMetaArgs { Labels = labels.All, Annotations = { [ConfigurationChecksum] = runtime.ConfigurationChecksum } };
        return new CoreV1.PodTemplateSpecArgs { Metadata = metadata, Spec = pod };
    }

    private static CoreV1.ContainerArgs Server(
        InferenceServiceArgs args, RuntimeSpec runtime, ColdStartBudget budget, ByteSize storage) => new()
        {
            Name = "server",
            Image = runtime.Image.Reference,
            Args = runtime.Arguments,
            Env = runtime.Environment.Select(variable => (Input<CoreV1.EnvVarArgs>)new CoreV1.EnvVarArgs { Name = variable.Key, Value = variable.Value }).ToArray(),
            Ports =
        {
            new CoreV1.ContainerPortArgs { Name = HttpPortName, ContainerPortValue = runtime.HttpPort },
            new CoreV1.ContainerPortArgs { Name = GrpcPortName, ContainerPortValue = runtime.GrpcPort },
        },
            Resources = Resources(args, storage),
            VolumeMounts =
        {
            new CoreV1.VolumeMountArgs { Name = ModelVolume, MountPath = runtime.ModelDirectory, ReadOnly = true },
            new CoreV1.VolumeMountArgs { Name = ConfigurationVolume, MountPath = runtime.ConfigurationDirectory, ReadOnly = true },
            new CoreV1.VolumeMountArgs { Name = ScratchVolume, MountPath = "/tmp" },
        },
            StartupProbe = Probe(runtime, ColdStartBudget.StartupProbePeriodSeconds, budget.StartupProbeFailureThreshold),
            ReadinessProbe = Probe(runtime, periodSeconds: 5, failureThreshold: 3),
            LivenessProbe = Probe(runtime, periodSeconds: 10, failureThreshold: 6),
            Lifecycle = new CoreV1.LifecycleArgs
            {
                PreStop = new CoreV1.LifecycleHandlerArgs { Sleep = new CoreV1.SleepActionArgs { Seconds = DrainSeconds } },
            },
            SecurityContext = PodSecurity.Container(),
        };

    private static CoreV1.ProbeArgs Probe(RuntimeSpec runtime, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new CoreV1.HTTPGetActionArgs { Path = runtime.ReadyPath, Port = HttpPortName },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 2,
        FailureThreshold = failureThreshold,
    };

    private static CoreV1.ResourceRequirementsArgs Resources(InferenceServiceArgs args, ByteSize storage)
    {
        var requests = new InputMap<string>
        {
            ["cpu"] = args.Resources.Cpu,
            ["memory"] = args.Resources.Memory,
            ["ephemeral-storage"] = storage.ToString(),
        };
        var limits = new InputMap<string> { ["memory"] = args.Resources.Memory };
        if (args.Resources.Devices > 0)
        {
            // Kubernetes wants requests and limits of extended resources to be equal.
            var resource = args.Pools.Select(pool => pool.DeviceResource).First(resource => resource is not null)!;
            requests[resource] = $"{args.Resources.Devices}";
            limits[resource] = $"{args.Resources.Devices}";
        }

        return new CoreV1.ResourceRequirementsArgs { Requests = requests, Limits = limits };
    }
}
