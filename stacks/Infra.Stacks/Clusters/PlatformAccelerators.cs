using Infra.Components.Accelerators;
using Infra.Components.Monitoring;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
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
        var managed = settings.Pools.Where(pool => pools.Managed.ContainsKey(pool.Name)).ToList();
        var nvidia = managed.Where(pool => pools.Contracts[pool.Name].Labels.ContainsKey(NodeLabels.NvidiaGpuPresent)).ToList();
        if (settings.Accelerators.DcgmExporter && nvidia.Count > 0)
        {
            _ = new DcgmExporter(
                "dcgm-exporter", new DcgmExporterArgs { Pools = References(nvidia), Scraping = Scraping(settings) }, After(nvidia));
        }

        var efa = managed.Where(pool => pools.Contracts[pool.Name].EfaPerNode > 0).ToList();
        if (efa.Count > 0)
        {
            _ = new EfaDevicePlugin("efa-device-plugin", new EfaDevicePluginArgs { Pools = References(efa) }, After(efa));
        }

        var plugins = new Dictionary<string, ComponentResource>(StringComparer.Ordinal);
        var neuron = managed.Where(pool => pools.Contracts[pool.Name] is { DeviceResource: ExtendedResources.Neuron, BringsDevicePlugin: false }).ToList();
        if (neuron.Count > 0)
        {
            var neuronPlugin = new NeuronDevicePlugin("neuron-device-plugin", new NeuronDevicePluginArgs { Pools = References(neuron) }, After(neuron));
            neuron.ForEach(pool => plugins[pool.Name] = neuronPlugin);
        }

        var plain = nvidia.Where(pool => !pools.Contracts[pool.Name].BringsDevicePlugin).ToList();
        if (plain.Count == 0)
        {
            return plugins;
        }

        ComponentResource plugin = settings.Accelerators.Nvidia == NvidiaSoftware.GpuOperator
            ? new GpuOperator("gpu-operator", new GpuOperatorArgs { Pools = References(plain), Scraping = Scraping(settings) }, After(plain))
            : new NvidiaDevicePlugin(
                "nvidia-device-plugin",
                new NvidiaDevicePluginArgs { Pools = References(plain), FeatureDiscovery = settings.Accelerators.FeatureDiscovery },
                After(plain));
        plain.ForEach(pool => plugins[pool.Name] = plugin);
        return plugins;

        List<PoolReferenceArgs> References(IEnumerable<PoolConfig> some) => [.. some.Select(pool => PoolReferenceArgs.From(pools.Contracts[pool.Name]))];
        ComponentResourceOptions After(IEnumerable<PoolConfig> some) => providers.Component([.. cluster.Ready, .. some.Select(pool => pools.Managed[pool.Name])]);
    }

    /// <summary>How the Prometheus of the settings finds monitors; null where there is none.</summary>
    public static ScrapingArgs? Scraping(PlatformSettings settings) => settings.Monitoring.PrometheusOperator is { } prometheus
        ? new ScrapingArgs { SelectorLabels = prometheus.SelectorLabels.ToDictionary() }
        : null;
}
