using Infra.Components.Accelerators;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Who advertises and watches the GPUs of the pools.</summary>
internal static class PlatformAccelerators
{
    /// <summary>Declares device plugin or GPU operator, and the exporter.</summary>
    /// <returns>What models on a pool have to wait for, by the name of the pool.</returns>
    public static IReadOnlyDictionary<string, ComponentResource> Create(
        PlatformSettings settings, PlatformCluster cluster, PlatformPools pools, Providers providers)
    {
        var managed = settings.Pools.Select(pool => pool.Name).Where(pools.Managed.ContainsKey).ToList();
        // Nodes that the stack doesn't launch: those outside AWS, and those whose owner leaves the device plugin to it.
        List<string> joined =
            [.. settings.EdgePools.Select(pool => pool.Name), .. settings.Pools.Where(pool => pool.ExistingNodes is { DevicePlugin: true }).Select(pool => pool.Name)];
        List<string> nvidia = [.. managed.Where(pool => pools.Contracts[pool].Labels.ContainsKey(NodeLabels.NvidiaGpuPresent)), .. With(ExtendedResources.NvidiaGpu)];
        if (settings.Accelerators.DcgmExporter && nvidia.Count > 0)
        {
            _ = new DcgmExporter(
                "dcgm-exporter", new DcgmExporterArgs { Pools = References(nvidia), Scraping = settings.Monitoring.Scraping() }, After(nvidia));
        }

        var efa = managed.Where(pool => pools.Contracts[pool].EfaPerNode > 0).ToList();
        if (efa.Count > 0)
        {
            _ = new EfaDevicePlugin("efa-device-plugin", new EfaDevicePluginArgs { Pools = References(efa) }, After(efa));
        }

        var plugins = new Dictionary<string, ComponentResource>(StringComparer.Ordinal);
        Advertise(
            [.. managed.Where(pool => pools.Contracts[pool] is { DeviceResource: ExtendedResources.Neuron, BringsDevicePlugin: false })],
            (some, options) => new NeuronDevicePlugin("neuron-device-plugin", new NeuronDevicePluginArgs { Pools = some }, options));
        Advertise(With(ExtendedResources.AmdGpu), (some, options) => new AmdDevicePlugin("amd-device-plugin", new AmdDevicePluginArgs { Pools = some, ImageCache = CachedImages.ToArgs(settings) }, options));
        Advertise(With(ExtendedResources.Gaudi), (some, options) => new GaudiDevicePlugin("gaudi-device-plugin", new GaudiDevicePluginArgs { Pools = some }, options));
        Advertise([.. nvidia.Where(pool => !pools.Contracts[pool].BringsDevicePlugin)], Nvidia);
        return plugins;

        ComponentResource Nvidia(List<PoolReferenceArgs> some, ComponentResourceOptions options) => settings.Accelerators.Nvidia == NvidiaSoftware.GpuOperator
            ? new GpuOperator("gpu-operator", new GpuOperatorArgs { Pools = some, Scraping = settings.Monitoring.Scraping() }, options)
            : new NvidiaDevicePlugin("nvidia-device-plugin", new NvidiaDevicePluginArgs { Pools = some, FeatureDiscovery = settings.Accelerators.FeatureDiscovery }, options);

        void Advertise(List<string> some, Func<List<PoolReferenceArgs>, ComponentResourceOptions, ComponentResource> create)
        {
            if (some.Count > 0)
            {
                var plugin = create(References(some), After(some));
                some.ForEach(pool => plugins[pool] = plugin);
            }
        }

        List<string> With(string resource) => [.. joined.Where(pool => pools.Contracts[pool].DeviceResource == resource)];
        List<PoolReferenceArgs> References(IEnumerable<string> some) => [.. some.Select(pool => PoolReferenceArgs.From(pools.Contracts[pool]))];
        ComponentResourceOptions After(List<string> some) => providers.Component(
            [.. cluster.Ready, .. some.Where(pools.Managed.ContainsKey).Select(pool => pools.Managed[pool]), .. some.Where(pools.Edge.ContainsKey).Select(pool => pools.Edge[pool])]);
    }
}
