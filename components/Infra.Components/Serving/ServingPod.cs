using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Mesh;
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
    public const string MetricsPortName = "metrics";

    // Changes with the mounted files, so that new content makes new pods: the server reads them at its start only.
    private const string ConfigurationChecksum = "gpu-inference/config-checksum";

    /// <summary>The template of a pod of the model.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="pod">Its pod, as <see cref="Pod"/> made it and the backend changed it.</param>
    public static CoreV1.PodTemplateSpecArgs Template(ServingSpec spec, CoreV1.PodSpecArgs pod) => new() { Metadata = Metadata(spec), Spec = pod };

    /// <summary>What a pod of the model says about itself, whoever makes it.</summary>
    public static Meta.ObjectMetaArgs Metadata(ServingSpec spec)
    {
        var metadata = new Meta.ObjectMetaArgs
        {
            Labels = Labels(spec).ToDictionary(),
            Annotations = { [ConfigurationChecksum] = spec.Runtime.ConfigurationChecksum },
        };
        if (spec.Args.Mesh is not null)
        {
            metadata.Annotations.AddRange(IstioSidecar.Annotations.ToDictionary());
        }

        return metadata;
    }

    /// <summary>Labels of a pod of the model.</summary>
    public static ImmutableDictionary<string, string> Labels(ServingSpec spec) => spec.Args.Mesh is { } mesh ? spec.Labels.All.AddRange(IstioSidecar.Labels(mesh.Revision)) : spec.Labels.All;

    /// <summary>The pod: the download, the server, the volumes, and the pools that it is bound to.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="server">The server, as <see cref="Server"/> made it and the backend changed it.</param>
    /// <param name="revisionLabel">Label that tells the pods of one revision from those of another; null where the pods have none.</param>
    public static CoreV1.PodSpecArgs Pod(ServingSpec spec, CoreV1.ContainerArgs server, string? revisionLabel)
    {
        var (args, runtime) = (spec.Args, spec.Runtime);
        var pod = new CoreV1.PodSpecArgs
        {
            ServiceAccountName = args.Model,
            PriorityClassName = args.PriorityClass is { } priority ? (Input<string>)priority : null,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = spec.Termination.GraceSeconds,
            SecurityContext = PodSecurity.Pod(),
            Containers = { server },
            Volumes = PodVolumes.Of(spec),
            TopologySpreadConstraints = ServingSpread.Of(spec, revisionLabel),
        };
        if (ModelDownload.Container(spec) is { } download)
        {
            pod.InitContainers.Add(download);
        }

        PoolBinding.Apply(args.Pools, runtime.Architectures, pod);
        return PullSecrets.In(args.ImagePullSecrets, pod);
    }

    /// <summary>The model server.</summary>
    public static CoreV1.ContainerArgs Server(ServingSpec spec)
    {
        var (runtime, budget) = (spec.Runtime, spec.Budget);
        var server = new CoreV1.ContainerArgs
        {
            Name = "server",
            Image = runtime.Image,
            Args = runtime.Arguments,
            Env = Environment(spec),
            Ports = Ports(runtime),
            Resources = Resources(spec),
            VolumeMounts = PodVolumes.OfServer(spec),
            StartupProbe = Probe(runtime.ReadyPath, ColdStartBudget.StartupProbePeriodSeconds, budget.StartupProbeFailureThreshold),
            ReadinessProbe = Readiness(runtime, HttpPortName),
            LivenessProbe = Probe(runtime.LivePath, periodSeconds: 10, failureThreshold: 6),
            Lifecycle = Lifecycle(spec.Termination),
            SecurityContext = PodSecurity.Container(),
        };
        if (!runtime.Command.IsEmpty)
        {
            server.Command = runtime.Command;
        }

        if (spec.Args.EnvironmentSecret is { } secret)
        {
            server.EnvFrom.Add(new CoreV1.EnvFromSourceArgs { SecretRef = new CoreV1.SecretEnvSourceArgs { Name = secret } });
        }

        return server;
    }

    /// <summary>Whether a pod may be called.</summary>
    /// <param name="runtime">The model's server.</param>
    /// <param name="port">Name or number of its port.</param>
    public static CoreV1.ProbeArgs Readiness(RuntimeSpec runtime, InputUnion<int, string> port)
    {
        var probe = Probe(runtime.ReadyPath, periodSeconds: 5, failureThreshold: 3);
        probe.HttpGet = new CoreV1.HTTPGetActionArgs { Path = runtime.ReadyPath, Port = port };
        return probe;
    }

    /// <summary>What happens before a container is told to end.</summary>
    public static CoreV1.LifecycleArgs Lifecycle(Termination termination) => new()
    {
        PreStop = new CoreV1.LifecycleHandlerArgs { Sleep = new CoreV1.SleepActionArgs { Seconds = termination.PreStopSeconds } },
    };

    private static InputList<CoreV1.EnvVarArgs> Environment(ServingSpec spec)
    {
        var environment = new InputList<CoreV1.EnvVarArgs>();
        foreach (var (name, value) in spec.Environment)
        {
            environment.Add(new CoreV1.EnvVarArgs { Name = name, Value = value });
        }

        if (spec.Runtime.StreamsModel)
        {
            environment.Add(new CoreV1.EnvVarArgs { Name = Vllm.UriVariable, Value = spec.Args.Source!.S3Uri! });
            environment.Add(new CoreV1.EnvVarArgs { Name = Vllm.RegionVariable, Value = spec.Args.Source.Region! });
        }

        if (spec.Args.HuggingFaceToken is { } token)
        {
            environment.Add(new CoreV1.EnvVarArgs
            {
                Name = Vllm.TokenVariable,
                ValueFrom = new CoreV1.EnvVarSourceArgs { SecretKeyRef = new CoreV1.SecretKeySelectorArgs { Name = token.Name, Key = token.Key } },
            });
        }

        return environment;
    }

    private static InputList<CoreV1.ContainerPortArgs> Ports(RuntimeSpec runtime)
    {
        var ports = new InputList<CoreV1.ContainerPortArgs> { new CoreV1.ContainerPortArgs { Name = HttpPortName, ContainerPortValue = runtime.HttpPort } };
        if (runtime.GrpcPort is { } grpc)
        {
            ports.Add(new CoreV1.ContainerPortArgs { Name = GrpcPortName, ContainerPortValue = grpc });
        }

        if (runtime.Metrics?.Port is { } metrics)
        {
            ports.Add(new CoreV1.ContainerPortArgs { Name = MetricsPortName, ContainerPortValue = metrics });
        }

        return ports;
    }

    private static CoreV1.ProbeArgs Probe(string path, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new CoreV1.HTTPGetActionArgs { Path = path, Port = HttpPortName },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 2,
        FailureThreshold = failureThreshold,
    };

    private static CoreV1.ResourceRequirementsArgs Resources(ServingSpec spec)
    {
        var args = spec.Args;
        var requests = new InputMap<string>
        {
            ["cpu"] = args.Resources.Cpu,
            ["memory"] = args.Resources.Memory,
            ["ephemeral-storage"] = spec.Disk.ToString(),
        };
        var limits = new InputMap<string> { ["memory"] = args.Resources.Memory };
        if (args.Resources.Devices > 0)
        {
            // Kubernetes wants requests and limits of extended resources to be equal.
            var resource = args.Pools.Select(pool => pool.DeviceResource).First(resource => resource is not null)!;
            requests[resource] = $"{args.Resources.Devices}";
            limits[resource] = $"{args.Resources.Devices}";
        }

        if (spec.EfaPerPod is > 0 and var interfaces)
        {
            requests[ExtendedResources.Efa] = $"{interfaces}";
            limits[ExtendedResources.Efa] = $"{interfaces}";
        }

        return new CoreV1.ResourceRequirementsArgs { Requests = requests, Limits = limits };
    }
}
