using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Units;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>The pod of a transformer: one container, on the model's pools, so that requests don't leave them.</summary>
internal static class TransformerPod
{
    /// <summary>The pod.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="transformer">Its transformer.</param>
    /// <param name="container">Name of the container.</param>
    /// <param name="selector">Labels that select these pods.</param>
    public static CoreV1.PodSpecArgs For(ServingSpec spec, TransformerArgs transformer, string container, IReadOnlyDictionary<string, string> selector)
    {
        var files = Files(spec, transformer);
        var pod = new CoreV1.PodSpecArgs
        {
            PriorityClassName = spec.Args.PriorityClass is { } priority ? (Input<string>)priority : null,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            // It waits for the model's answers, so that its requests take as long.
            TerminationGracePeriodSeconds = spec.TerminationOf(ShutdownBehaviour.Drops).GraceSeconds,
            SecurityContext = PodSecurity.Pod(),
            Containers = { Container(files, transformer, container) },
            Volumes = PodVolumes.Of(files),
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
        if (transformer.Source is { Kind: ModelSourceKind.S3 })
        {
            // Its role reads the files.
            pod.ServiceAccountName = spec.Args.Model;
        }

        if (ModelDownload.Container(files) is { } download)
        {
            pod.InitContainers.Add(download);
        }

        PoolBinding.Apply(spec.Args.Pools, [CpuArchitecture.Amd64], pod);
        return PullSecrets.In(spec.Args.ImagePullSecrets, pod);
    }

    private static CoreV1.ContainerArgs Container(ServingSpec files, TransformerArgs transformer, string name)
    {
        var requests = new InputMap<string> { ["cpu"] = transformer.Resources.Cpu, ["memory"] = transformer.Resources.Memory };
        if (files.ModelVolume is not null)
        {
            requests["ephemeral-storage"] = files.Disk.ToString();
        }

        return new CoreV1.ContainerArgs
        {
            Name = name,
            Image = transformer.Image,
            // KServe adds the predictor's address, and as the model's name that of the object; the port it would take for 8080.
            Args = new List<string>([.. transformer.Args ?? [], .. Name(files), "--http_port", $"{transformer.Port}"]),
            // The root file system is read-only, and most libraries write something to the home directory.
            Env = { new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" } },
            Ports = { new CoreV1.ContainerPortArgs { Name = ServingPod.HttpPortName, ContainerPortValue = transformer.Port } },
            Resources = new CoreV1.ResourceRequirementsArgs { Requests = requests, Limits = { ["memory"] = transformer.Resources.Memory } },
            VolumeMounts = PodVolumes.OfServer(files),
            ReadinessProbe = new CoreV1.ProbeArgs { TcpSocket = new CoreV1.TCPSocketActionArgs { Port = ServingPod.HttpPortName }, PeriodSeconds = 5, FailureThreshold = 3 },
            Lifecycle = ServingPod.Lifecycle(files.TerminationOf(ShutdownBehaviour.Drops)),
            SecurityContext = PodSecurity.Container(),
        };
    }

    // The same ways for files as a model has.
    private static ServingSpec Files(ServingSpec spec, TransformerArgs transformer) => spec with
    {
        Source = transformer.Source,
        ModelSize = ByteSize.TryParse(transformer.Size, out var size) ? size : throw new InvalidOperationException("the arguments were not checked"),
        Runtime = spec.Runtime with
        {
            ModelDirectory = transformer.ModelDirectory,
            ModelFiles = new ModelFiles("*", "file"),
            FetchesModel = false,
            ConfigurationFiles = ImmutableSortedDictionary<string, string>.Empty,
            Scratch = ModelStorage.Scratch,
            SharedMemory = null,
        },
    };

    private static string[] Name(ServingSpec spec) => spec.Args.SharedName is { } shared ? ["--model_name", shared] : [];
}
