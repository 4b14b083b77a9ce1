using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Nodes;

namespace Infra.Components.Accelerators;

/// <summary>
/// Configurations of NVIDIA's device plugin, one per way of sharing; a node names its own by a label of its pool
/// (<see cref="NodeLabels.DevicePluginConfig"/>). The plugin itself and the GPU operator take the same ones.
/// </summary>
internal static class NvidiaPluginConfigs
{
    /// <summary>Name of the configuration of nodes that name none: whole GPUs.</summary>
    public const string Default = "whole-gpus";

    /// <summary>The configurations that these pools need, by name; empty where none shares its GPUs.</summary>
    public static ImmutableSortedDictionary<string, string> For(IEnumerable<PoolReferenceArgs> pools)
    {
        var configs = pools.Select(pool => pool.Sharing?.ToSharing()).OfType<GpuSharing>().DistinctBy(sharing => sharing.PluginConfig)
            .ToImmutableSortedDictionary(sharing => sharing.PluginConfig!, Document, StringComparer.Ordinal);
        return configs.IsEmpty ? configs : configs.Add(Default, Document(GpuSharing.None));
    }

    // The plugin's own form: README of k8s-device-plugin 0.20.0, "Shared Access to GPUs".
    private static string Document(GpuSharing sharing) => sharing.Mode switch
    {
        // More than one replica would be no more of a GPU, so such pods are refused rather than fooled.
        GpuSharingMode.TimeSlicing => Shared("timeSlicing", sharing.Replicas, "    failRequestsGreaterThanOne: true\n"),
        GpuSharingMode.Mps => Shared("mps", sharing.Replicas, ""),
        GpuSharingMode.Mig => Strategy(sharing.MigStrategy == MigStrategy.Single ? "single" : "mixed"),
        _ => Strategy("none"),
    };

    private static string Strategy(string mig) => $"version: v1\nflags:\n  migStrategy: {mig}\n";

    private static string Shared(string way, int replicas, string further) =>
        $"{Strategy("none")}sharing:\n  {way}:\n    renameByDefault: false\n{further}    resources:\n    - name: {ExtendedResources.NvidiaGpu}\n      replicas: {replicas}\n";
}
