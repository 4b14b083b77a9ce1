using Infra.Core.Accelerators;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>Whether something tells Prometheus of GPUs.</summary>
internal static class GpuMonitoring
{
    /// <summary>Whether the DCGM exporter is there.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="onExistingNodes">Whether the GPUs are on nodes that were there before, of which nobody tells us.</param>
    public static bool IsThere(PlatformSettings settings, bool onExistingNodes) =>
        settings.Accelerators is { DcgmExporter: true } or { Nvidia: NvidiaSoftware.GpuOperator } || onExistingNodes;
}
