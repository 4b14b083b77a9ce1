using Infra.Core;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>
/// Whether replicas of a model are kept from standing in one zone. A rule that binds the scheduler needs somebody who launches a node in the zone that is wanted: Cluster Autoscaler
/// tries a node group over several zones with one of them alone, and a replica that needs another would wait for ever (kubernetes/autoscaler, cloudprovider/aws/aws_manager.go, getAsgTemplate: the first of its zones).
/// </summary>
internal static class ModelZones
{
    /// <summary>Whether no zone may have all replicas of a model.</summary>
    public static bool AreKeptApart(PlatformSettings settings, ModelConfig model) => model.ZoneSpread != ZoneSpread.Preferred && Obstacle(settings, model) is null;

    /// <summary>Why that can't be, with what would help; null where it can.</summary>
    public static string? Obstacle(PlatformSettings settings, ModelConfig model)
    {
        var pools = settings.Pools.Where(pool => model.Pools.Contains(pool.Name)).ToList();
        var foreign = model.Pools.FirstOrDefault(name => pools.All(pool => pool.Name != name) || pools.Any(pool => pool.Name == name && pool.ExistingNodes is not null));
        return model switch
        {
            _ when model.LeastReplicas < 2 => $"there may be {Counted.Of(model.LeastReplicas, "replica")} at a time; ask for two with replicas or autoscaling.min",
            { Llm.PipelineParallel: > 1 } => "the pods of a replica stand side by side in one zone",
            _ when foreign is not null => $"nobody here knows the zones of '{foreign}', whose nodes somebody else launches",
            _ when Zones(settings, pools) < 2 => "its pools are in one zone; give it a pool in another",
            _ when !pools.Any(pool => ChoosesZone(settings, pool)) => $"nobody launches a node in a zone that is wanted: set perZone of {string.Join(" or ", pools.Select(pool => $"'{pool.Name}'"))}",
            _ => null,
        };
    }

    private static int Zones(PlatformSettings settings, IEnumerable<PoolConfig> pools) => pools.SelectMany(pool => PoolSpecs.Of(pool, settings).Zones).Distinct(StringComparer.Ordinal).Count();

    private static bool ChoosesZone(PlatformSettings settings, PoolConfig pool) => settings.NodeAutoscaling.Kind switch
    {
        NodeAutoscalerKind.Karpenter or NodeAutoscalerKind.AutoMode => true,
        _ => settings.HasNodeAutoscaler && pool.PerZone,
    };
}
