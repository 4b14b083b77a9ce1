using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>The pod of a transformer: one container, on the model's pools, so that requests don't leave them.</summary>
internal static class TransformerPod
{
    private const string Scratch = "tmp";

    /// <summary>The pod.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="transformer">Its transformer.</param>
    /// <param name="container">Name of the container.</param>
    /// <param name="selector">Labels that select these pods.</param>
    public static CoreV1.PodSpecArgs For(ServingSpec spec, TransformerArgs transformer, string container, IReadOnlyDictionary<string, string> selector)
    {
        var pod = new CoreV1.PodSpecArgs
        {
            PriorityClassName = spec.Args.PriorityClass is { } priority ? (Input<string>)priority : null,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            // It waits for the model's answers, so that its requests take as long.
            TerminationGracePeriodSeconds = spec.TerminationOf(ShutdownBehaviour.Drops).GraceSeconds,
            SecurityContext = PodSecurity.Pod(),
            Containers = { Container(spec, transformer, container) },
            Volumes = { new CoreV1.VolumeArgs { Name = Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = ModelStorage.Scratch.ToString() } } },
            TopologySpreadConstraints =
            {
                new CoreV1.TopologySpreadConstraintArgs
                {
                    TopologyKey = NodeLabels.Zone,
                    MaxSkew = 1,
                    WhenUnsatisfiable = "ScheduleAnyway",
                    LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = selector.ToDictionary() },
                },
            },
        };
        PoolBinding.Apply(spec.Args.Pools, [CpuArchitecture.Amd64], pod);
        return pod;
    }

    private static CoreV1.ContainerArgs Container(ServingSpec spec, TransformerArgs transformer, string name) => new()
    {
        Name = name,
        Image = transformer.Image,
        // KServe adds the model's name and the predictor's address; the port it would take for 8080.
        Args = new List<string>([.. transformer.Args ?? [], "--http_port", $"{transformer.Port}"]),
        // The root file system is read-only, and most libraries write something to the home directory.
        Env = { new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" } },
        Ports = { new CoreV1.ContainerPortArgs { Name = ServingPod.HttpPortName, ContainerPortValue = transformer.Port } },
        Resources = new CoreV1.ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = transformer.Resources.Cpu, ["memory"] = transformer.Resources.Memory },
            Limits = { ["memory"] = transformer.Resources.Memory },
        },
        VolumeMounts = { new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" } },
        ReadinessProbe = new CoreV1.ProbeArgs { TcpSocket = new CoreV1.TCPSocketActionArgs { Port = ServingPod.HttpPortName }, PeriodSeconds = 5, FailureThreshold = 3 },
        Lifecycle = ServingPod.Lifecycle(spec.TerminationOf(ShutdownBehaviour.Drops)),
        SecurityContext = PodSecurity.Container(),
    };
}
