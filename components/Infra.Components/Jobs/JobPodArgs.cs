using Infra.Components.Nodes;
using Infra.Components.Serving;
using Pulumi;

namespace Infra.Components.Jobs;

/// <summary>The pod of a job: one container with its resources, volumes and pools.</summary>
public sealed class JobPodArgs : ResourceArgs
{
    /// <summary>Image of the container, by tag or digest. It runs as user 10001 on a read-only root; <c>HOME</c> and <c>/tmp</c> are writable.</summary>
    [Input("image", required: true)]
    public required string Image { get; init; }

    /// <summary>CPU architectures that the image is published for, out of <c>amd64</c> and <c>arm64</c>. Default: amd64.</summary>
    [Input("architectures")]
    public List<string> Architectures { get; init; } = ["amd64"];

    /// <summary>Command of the container. Default: none, the image's own.</summary>
    [Input("command")]
    public List<string> Command { get; init; } = [];

    /// <summary>Arguments of the command. Default: none, the image's own.</summary>
    [Input("arguments")]
    public List<string> Arguments { get; init; } = [];

    /// <summary>Environment variables. Secrets don't belong here: see <see cref="EnvironmentSecret"/>.</summary>
    [Input("environment")]
    public Dictionary<string, Input<string>> Environment { get; init; } = [];

    /// <summary>Name of a Secret in the job's namespace whose keys become environment variables. Default: none.</summary>
    [Input("environmentSecret")]
    public string? EnvironmentSecret { get; init; }

    /// <summary>CPU, memory and devices of one pod.</summary>
    [Input("resources", required: true)]
    public required ResourcesArgs Resources { get; init; }

    /// <summary>Pools that the pods may run on, in order of preference; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Priority class of the pods. Default: none. Work that can wait takes <c>gpu-inference-spot</c>.</summary>
    [Input("priorityClass")]
    public string? PriorityClass { get; init; }

    /// <summary>
    /// Secrets of the type <c>kubernetes.io/dockerconfigjson</c> in the namespace, with which nodes pull images from private registries. Default: none; nodes
    /// of EKS pull from the account's own registry (ECR) without.
    /// </summary>
    [Input("imagePullSecrets")]
    public List<string> ImagePullSecrets { get; init; } = [];

    /// <summary>
    /// Name of the queue of Kueue in the namespace where the job waits until all it asks for is free; Kueue and the queue have to be there. Default: none; it starts at once, unless
    /// the namespace has a queue for all jobs. Clusters of Ray that stand alone wait in none.
    /// </summary>
    [Input("localQueue")]
    public string? LocalQueue { get; init; }

    /// <summary>Further namespaces that the pods may call, such as that of a registry; these have to let them in. Default: none.</summary>
    [Input("calledNamespaces")]
    public List<string> CalledNamespaces { get; init; } = [];

    /// <summary>Volumes.</summary>
    [Input("volumes")]
    public List<JobVolumeArgs> Volumes { get; init; } = [];

    /// <summary>Size of <c>/tmp</c>, on the node's disk. Default: <c>10Gi</c>.</summary>
    [Input("scratch")]
    public string Scratch { get; init; } = DefaultScratch;

    /// <summary>
    /// Size of <c>/dev/shm</c>, which counts as memory of the pod: data loaders and NCCL share tensors there. Default: none, and the container runtime's
    /// 64 MiB.
    /// </summary>
    [Input("sharedMemory")]
    public string? SharedMemory { get; init; }

    /// <summary>
    /// Seconds between SIGTERM and SIGKILL, in which the container may save a checkpoint, 0 to 3600. Default: 90; EC2 gives two minutes' notice of taking a
    /// spot node back.
    /// </summary>
    [Input("graceSeconds")]
    public int GraceSeconds { get; init; } = DefaultGraceSeconds;

    /// <summary>Default of <see cref="Scratch"/>.</summary>
    public const string DefaultScratch = "10Gi";

    /// <summary>Default of <see cref="GraceSeconds"/>.</summary>
    public const int DefaultGraceSeconds = 90;
}
