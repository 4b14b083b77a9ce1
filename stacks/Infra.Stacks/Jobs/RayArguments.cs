using Infra.Components.RayClusters;
using Infra.Components.Storage;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Jobs;

/// <summary>What components get from the configuration of a cluster of Ray.</summary>
internal static class RayArguments
{
    /// <summary>Head and workers.</summary>
    /// <param name="ray">The cluster.</param>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="contracts">Contracts of all pools.</param>
    /// <param name="buckets">Buckets by their name in the configuration.</param>
    public static RayNodesArgs Of(ConfiguredRay ray, PlatformSettings settings, IReadOnlyDictionary<string, PoolContract> contracts, IReadOnlyDictionary<string, IBucket> buckets) => new()
    {
        RayVersion = ray.RayVersion,
        Head = new RayHeadPodArgs { Pod = JobPods.Arguments(ray.HeadPod(), contracts, buckets, settings), StartParams = ray.Head.StartParams.ToDictionary() },
        Workers = [.. ray.Workers.Select((group, i) => Workers(ray, group, i, settings, contracts, buckets))],
        Autoscaling = ray.Autoscaling?.ToArgs(),
        Redis = settings.Backends.Ray.Redis?.ToArgs(),
    };

    private static RayWorkersArgs Workers(
        ConfiguredRay ray, RayWorkersConfig group, int index, PlatformSettings settings, IReadOnlyDictionary<string, PoolContract> contracts, IReadOnlyDictionary<string, IBucket> buckets)
    {
        var isScaled = ray.Autoscaling is not null;
        return new RayWorkersArgs
        {
            GroupName = group.Name,
            Pod = JobPods.Arguments(ray.WorkerPod(index), contracts, buckets, settings),
            MinReplicas = isScaled ? ray.Bounds(group).Min : group.Fixed.Min,
            Replicas = isScaled ? null : group.Fixed.Replicas,
            MaxReplicas = isScaled ? ray.Bounds(group).Max : group.Fixed.Max,
            StartParams = group.StartParams.ToDictionary(),
        };
    }
}
