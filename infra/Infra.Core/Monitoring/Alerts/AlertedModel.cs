using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>A model's pods, as far as their alerts need to know them.</summary>
public sealed record AlertedModel
{
    /// <summary>Its name: the label <c>model</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The tenant whose it is; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>Regular expression of the names of its pods.</summary>
    public required string PodPattern { get; init; }

    /// <summary>Pools that its pods may land on, by name.</summary>
    public required ImmutableArray<string> Pools { get; init; }

    /// <summary>Minutes after which a pod should have a node, even if one has to be launched.</summary>
    public required int NodeMinutes { get; init; }

    /// <summary>Minutes after which a pod should be ready, node, image, weights and engine included.</summary>
    public required int StartMinutes { get; init; }

    /// <summary>GPUs, or pieces of them, of a pod; 0 for none.</summary>
    public int Devices { get; init; }

    /// <summary>Whether its GPUs are cut into pieces (MIG).</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether other pods may compute on the same GPU, whose memory and use are then those of all.</summary>
    public bool SharesGpus { get; init; }

    /// <summary>Whether its server takes GPU memory as it needs it; one that takes all of it at the start is always full.</summary>
    public bool GrowsInGpuMemory { get; init; }

    /// <summary>Whether Prometheus reads its metrics.</summary>
    public bool IsScraped { get; init; }

    /// <summary>Pods that its autoscaler leaves at least; null for a fixed number.</summary>
    public int? LeastPods { get; init; }

    /// <summary>Name of its horizontal pod autoscaler; null for none.</summary>
    public string? Autoscaler { get; init; }

    /// <summary>Whether KEDA asks for it.</summary>
    public bool AsksKeda { get; init; }

    /// <summary>Service of the cache in front of it; null for none.</summary>
    public string? CacheService { get; init; }

    /// <summary>Labels of its alerts.</summary>
    internal ImmutableSortedDictionary<string, string> Labels
    {
        get
        {
            var labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("model", Name).Add(TargetLabels.Namespace, Namespace);
            return Tenant is null ? labels : labels.Add("tenant", Tenant);
        }
    }

    /// <summary>Selects what is told of its pods.</summary>
    internal Matcher[] Pods => [Matcher.Is(TargetLabels.Namespace, Namespace), Matcher.Like(TargetLabels.Pod, PodPattern)];

    /// <summary>Selects what the DCGM exporter tells of its pods' GPUs.</summary>
    internal Matcher[] Gpus => [Matcher.Is("exported_namespace", Namespace), Matcher.Like("exported_pod", PodPattern)];
}
