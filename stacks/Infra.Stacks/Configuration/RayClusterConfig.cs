using System.Collections.Immutable;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>A cluster of Ray that is there for whoever sends it work.</summary>
public sealed record RayClusterConfig : IConfigRules
{
    /// <summary>Name of the cluster and of its Kubernetes objects; unique among models, jobs, trainings and clusters of Ray.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(JobNames.MaxLength)]
    public required string Name { get; init; }

    /// <summary>Name of the tenant whose it is. Default: none, and it stands in the environment's own namespace.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// What all pods have, head and workers: an image with Ray in it, environment, volumes. Pools, GPUs and resources are those of workers that don't say their own. No command:
    /// KubeRay writes it. It runs as user 1000, that of Ray's images.
    /// </summary>
    public required JobPodConfig Pod { get; init; }

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

    /// <summary>
    /// Namespaces whose pods may reach dashboard, client port and applications. Default: none. Whoever reaches the dashboard runs commands with the rights of the cluster.
    /// </summary>
    public ImmutableArray<string> ClientNamespaces { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Pod.Image is null && !problems.Cover(ConfigPath.Key(path, "pod")))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "image"), "missing; say which image has Ray and what it computes with");
        }
    }
}
