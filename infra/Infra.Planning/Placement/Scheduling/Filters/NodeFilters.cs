using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>
/// The filters in the scheduler's order; the first that refuses a node says why (kubernetes, pkg/scheduler/apis/config/v1/default_plugins.go and pkg/scheduler/framework/plugins). What was read, on
/// 2026-11-22, were documentation, excerpts of these files in public copies of no named release, and events that clusters of 1.34 and later wrote; no scheduler has been asked yet.
/// </summary>
internal static class NodeFilters
{
    public static ImmutableArray<INodeFilter> All { get; } =
    [
        new NodeUnschedulable(),
        new NodeName(),
        new TaintToleration(),
        new NodeAffinity(),
        new NodePorts(),
        new NodeResourcesFit(),
        new VolumeRestrictions(),
        new NodeVolumeLimits(),
        new VolumeBinding(),
        new PodTopologySpread(),
        new InterPodAffinity(),
    ];

    /// <summary>Those whose verdict never changes.</summary>
    public static ImmutableArray<INodeFilter> Lasting { get; } = [.. All.Where(filter => filter.IsLasting)];

    /// <summary>Those whose verdict depends on what landed before, but the resources.</summary>
    public static ImmutableArray<INodeFilter> Changing { get; } = [.. All.Where(filter => !filter.IsLasting && filter is not NodeResourcesFit)];
}
