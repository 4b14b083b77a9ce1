using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>A training over many nodes, on a cluster of Ray that is there for it alone: <c>pod</c> is what head and workers have in common.</summary>
public sealed record RayTrainingConfig
{
    /// <summary>The command, such as <c>python train.py</c>; it runs on the head, and what it asks of Ray on the workers.</summary>
    [NonEmpty]
    public required string Entrypoint { get; init; }

    /// <summary>What Ray prepares before the command. Default: nothing, the image has all.</summary>
    public RayRuntimeEnvironmentConfig? RuntimeEnvironment { get; init; }

    /// <summary>Version of Ray in the image. Default: 2.52.0.</summary>
    [Matches(@"[0-9]+\.[0-9]+\.[0-9]+", "a version such as 2.52.0")]
    public string RayVersion { get; init; } = RayServe.RayVersion;

    /// <summary>The head.</summary>
    public RayHeadConfig Head { get; init; } = new();

    /// <summary>Groups of workers; at least one.</summary>
    [NonEmpty]
    public required ImmutableArray<RayWorkersConfig> Workers { get; init; }

    /// <summary>Ray's autoscaler. Default: none, and the number of workers is fixed.</summary>
    public RayAutoscalingConfig? Autoscaling { get; init; }

    /// <summary>Whether it has no cluster until this is false again; of a try that ran, checkpoints are left. Default: false.</summary>
    public bool Suspend { get; init; }
}
