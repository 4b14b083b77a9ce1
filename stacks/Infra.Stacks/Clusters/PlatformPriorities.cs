using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Clusters;

/// <summary>Which pods make place for which. A cluster has one set of classes, so there is none where nothing asks for one.</summary>
internal static class PlatformPriorities
{
    /// <summary>Declares the classes, where headroom or a model needs them.</summary>
    public static SchedulingPriorities? Create(PlatformSettings settings, PlatformCluster cluster, Providers providers) =>
        settings.Pools.Any(pool => pool.Headroom is not null) || SharedParts.Has(settings, SharedPart.Priorities)
            ? new SchedulingPriorities("priorities", new SchedulingPrioritiesArgs(), providers.Component([.. cluster.Ready]))
            : null;

    /// <summary>The class of a model's pods; null for none.</summary>
    public static string? ClassOf(ModelPriority priority) => priority switch
    {
        ModelPriority.Critical => PriorityClasses.Critical,
        ModelPriority.Spot => PriorityClasses.Spot,
        _ => null,
    };
}
