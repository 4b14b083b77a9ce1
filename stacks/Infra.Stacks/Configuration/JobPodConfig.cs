using System.Collections.Immutable;
using Infra.Components.Jobs;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>The pod of a batch or a training.</summary>
public sealed record JobPodConfig
{
    /// <summary>Image of the container, by a tag other than <c>latest</c> or a digest. It runs as user 10001 on a read-only root; <c>HOME</c> and <c>/tmp</c> are writable. Required, but for conversions that bring one.</summary>
    [Matches(ContainerConfig.ImagePattern, ContainerConfig.ImageWords)]
    public string? Image { get; init; }

    /// <summary>CPU architectures that the image is published for. Default: amd64.</summary>
    [NonEmpty]
    public ImmutableArray<CpuArchitecture> Architectures { get; init; } = [CpuArchitecture.Amd64];

    /// <summary>Command of the container. Default: none, the image's own.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Arguments of the command. Default: none, the image's own.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Environment variables; no secrets.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Name of a Secret in the namespace of the pods whose keys become environment variables: one of <c>security.externalSecrets.secrets</c>, or somebody else's. Default: none.</summary>
    [SecretByMistake]
    [Matches(ExternalSecretConfig.NamePattern, ExternalSecretConfig.NameWords)]
    public string? EnvironmentSecret { get; init; }

    /// <summary>Directories in buckets that the pods may read, <c>s3://BUCKET/PATH</c>, by the environment variable in which they find the address.</summary>
    public ImmutableSortedDictionary<string, string> Reads { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Directories in buckets that the pods may read, write and delete in, by the environment variable in which they find the address.</summary>
    public ImmutableSortedDictionary<string, string> Writes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Pools that the pods may run on, in order of preference; at least one.</summary>
    [NonEmpty]
    public required ImmutableArray<string> Pools { get; init; }

    /// <summary>GPUs of one pod. Default: 1 on pools with GPUs, else 0.</summary>
    [InRange(Min = 0, Max = 16)]
    public int? Gpus { get; init; }

    /// <summary>CPU and memory of one pod.</summary>
    public ModelResourcesConfig Resources { get; init; } = new();

    /// <summary>Which pods make place for it where nodes are full. Default: spot; it waits for room, and models push it out.</summary>
    public ModelPriority Priority { get; init; } = ModelPriority.Spot;

    /// <summary>Volumes.</summary>
    public ImmutableArray<JobVolumeConfig> Volumes { get; init; } = [];

    /// <summary>Size of <c>/tmp</c>, on the node's disk. Default: 10Gi.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "16Ti")]
    public ByteSize Scratch { get; init; } = ByteSize.FromGibibytes(10);

    /// <summary>Size of <c>/dev/shm</c>, a part of the pod's memory: data loaders and several GPUs share tensors there. Default: none, and the container runtime's 64Mi.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "16Ti")]
    public ByteSize? SharedMemory { get; init; }

    /// <summary>Seconds between SIGTERM and SIGKILL, in which the container may save what it has. Default: 90; EC2 gives two minutes' notice of taking a spot node back.</summary>
    [InRange(Min = 0, Max = 3600)]
    public int GraceSeconds { get; init; } = JobPodArgs.DefaultGraceSeconds;
}

/// <summary>A volume of a job.</summary>
public sealed record JobVolumeConfig
{
    /// <summary>Name of the PersistentVolumeClaim in the namespace of the models.</summary>
    [NonEmpty]
    public required string Claim { get; init; }

    /// <summary>Absolute path in the container, other than <c>/tmp</c> and <c>/dev/shm</c>.</summary>
    [Matches("/.+", "an absolute path such as /data")]
    public required string Path { get; init; }

    /// <summary>Whether the pods only read it. Default: false.</summary>
    public bool ReadOnly { get; init; }
}
