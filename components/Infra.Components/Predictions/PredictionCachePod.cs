using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Serving;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Predictions;

/// <summary>The pod of a <see cref="PredictionCache"/>.</summary>
internal static class PredictionCachePod
{
    /// <summary>Name of the port of the model's interface.</summary>
    public const string PortName = "http";

    /// <summary>Name of the port of the metrics.</summary>
    public const string MetricsPortName = "metrics";

    private const string Component = "prediction-cache";

    /// <summary>Labels that every cache's pods have.</summary>
    public static ImmutableDictionary<string, string> AnyCache { get; } = ImmutableDictionary<string, string>.Empty.Add("app.kubernetes.io/component", Component);

    /// <summary>Name of the objects.</summary>
    public static string NameOf(PredictionCacheArgs args) => PredictionCacheServer.ServiceOf(args.Model);

    /// <summary>Labels of the objects.</summary>
    public static ImmutableDictionary<string, string> Labels(PredictionCacheArgs args) => ManagedBy.Labels("openresty", args.Model, Component);

    /// <summary>Labels that select the pods.</summary>
    public static ImmutableDictionary<string, string> Selector(PredictionCacheArgs args) => ManagedBy.Selector(args.Model, Component);

    /// <summary>How its pods end: the image asks for the signal at which nginx finishes what it has in work (docker-openresty, <c>STOPSIGNAL SIGQUIT</c>).</summary>
    public static Termination TerminationOf(PredictionCacheArgs args) => Termination.For(ShutdownBehaviour.Finishes, args.LongestRequestSeconds, args.DeregistrationSeconds);

    /// <summary>The variable with the store's password.</summary>
    public static CoreV1.EnvVarArgs PasswordOf(SecretKeyArgs password) => new()
    {
        Name = PredictionCacheServer.PasswordVariable,
        ValueFrom = new CoreV1.EnvVarSourceArgs { SecretKeyRef = new CoreV1.SecretKeySelectorArgs { Name = password.Name, Key = password.Key } },
    };

    /// <summary>The pod template; another configuration makes other pods.</summary>
    public static CoreV1.PodTemplateSpecArgs Template(PredictionCacheArgs args, Output<string> configurationHash)
    {
        var server = Server(args);
        if (args.StorePassword is { } password)
        {
            server.Env.Add(PasswordOf(password));
        }

        return new CoreV1.PodTemplateSpecArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Labels = Labels(args), Annotations = { ["gpu-inference/configuration"] = configurationHash } },
            Spec = new CoreV1.PodSpecArgs
            {
                ServiceAccountName = NameOf(args),
                AutomountServiceAccountToken = false,
                EnableServiceLinks = false,
                TerminationGracePeriodSeconds = TerminationOf(args).GraceSeconds,
                SecurityContext = PodSecurity.Pod(),
                Containers = { server },
                Volumes =
                {
                    new CoreV1.VolumeArgs { Name = "configuration", ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = NameOf(args) } },
                    new CoreV1.VolumeArgs { Name = "tmp", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = PredictionCacheServer.Scratch.ToString() } },
                },
                TopologySpreadConstraints = { Spread("topology.kubernetes.io/zone", args), Spread("kubernetes.io/hostname", args) },
            },
        };
    }

    private static CoreV1.ContainerArgs Server(PredictionCacheArgs args)
    {
        var memory = PredictionCacheServer.Memory(new ByteSize(1024L * args.MaxKiB)).ToString();
        return new CoreV1.ContainerArgs
        {
            Name = "cache",
            Image = ImageCacheArgs.Reference(args.ImageCache, PredictionCacheServer.Image),
            Command = PredictionCacheServer.Command.ToArray(),
            Ports =
            {
                new CoreV1.ContainerPortArgs { Name = PortName, ContainerPortValue = PredictionCacheServer.Port },
                new CoreV1.ContainerPortArgs { Name = MetricsPortName, ContainerPortValue = PredictionCacheServer.MetricsPort },
            },
            Resources = new CoreV1.ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = PredictionCacheServer.Cpu.ToString(), ["memory"] = memory, ["ephemeral-storage"] = PredictionCacheServer.Scratch.ToString() },
                Limits = { ["memory"] = memory },
            },
            ReadinessProbe = Probe(periodSeconds: 5),
            LivenessProbe = Probe(periodSeconds: 20),
            Lifecycle = ServingPod.Lifecycle(TerminationOf(args)),
            SecurityContext = PodSecurity.Container(),
            VolumeMounts =
            {
                new CoreV1.VolumeMountArgs { Name = "configuration", MountPath = PredictionCacheServer.Directory, ReadOnly = true },
                new CoreV1.VolumeMountArgs { Name = "tmp", MountPath = "/tmp" },
            },
        };
    }

    private static CoreV1.ProbeArgs Probe(int periodSeconds) => new()
    {
        HttpGet = new CoreV1.HTTPGetActionArgs { Path = PredictionCacheServer.HealthPath, Port = PortName },
        PeriodSeconds = periodSeconds,
        FailureThreshold = 3,
    };

    private static CoreV1.TopologySpreadConstraintArgs Spread(string topology, PredictionCacheArgs args) => new()
    {
        TopologyKey = topology,
        MaxSkew = 1,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = Selector(args) },
        MatchLabelKeys = "pod-template-hash",
    };
}
