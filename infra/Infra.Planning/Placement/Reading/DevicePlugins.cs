using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Reading;

/// <summary>
/// A device is there for pods only if a device plugin says so. Where the plan has the plugin, its daemon set has to land on the pool: one that doesn't tolerate the pool's taint
/// leaves all its pods Pending (NVIDIA/k8s-device-plugin, issues 1934 and 68).
/// </summary>
internal static class DevicePlugins
{
    // Beginning of the resource, components that bring its plugin, and the plugin's daemon set.
    private static readonly ImmutableArray<(string Resource, string Component, string Workload)> _plugins =
    [
        ("nvidia.com/", ComponentTypes.NvidiaDevicePlugin, "nvidia-device-plugin"),
        ("nvidia.com/", ComponentTypes.GpuOperator, "nvidia-device-plugin-daemonset"),
        ("aws.amazon.com/neuron", ComponentTypes.NeuronDevicePlugin, "neuron-device-plugin"),
        (ExtendedResources.Efa, ComponentTypes.EfaDevicePlugin, "aws-efa-k8s-device-plugin"),
    ];

    /// <summary>The devices that pods of a pool can ask for.</summary>
    public static ImmutableSortedDictionary<string, int> Advertised(PlannedPool pool, PlannedObjects objects) => pool.Devices
        .Where(device => pool.BringsDevicePlugin && device.Key != ExtendedResources.Efa || IsAdvertised(device.Key, pool, objects))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static bool IsAdvertised(string resource, PlannedPool pool, PlannedObjects objects)
    {
        var plugins = _plugins.Where(plugin => resource.StartsWith(plugin.Resource, StringComparison.Ordinal))
            .SelectMany(plugin => objects.OfType(plugin.Component).SelectMany(DeclaredPods.Of).Where(pods => pods.Workload == plugin.Workload)).ToList();
        // Who has none in the plan has it from elsewhere.
        return plugins.Count == 0 || plugins.Any(pods => pool.MayTakeDaemon(pods.Selectors, pods.Tolerations));
    }
}
