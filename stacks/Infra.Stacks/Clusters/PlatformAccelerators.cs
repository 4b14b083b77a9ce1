using Infra.Components.Accelerators;
using Infra.Components.Monitoring;
using Infra.Components.Nodes;
using Infra.Core.Catalog;
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
        if (settings.Accelerators.DcgmExporter && managed.Count > 0)
        {
            _ = new DcgmExporter(
                "dcgm-exporter", new DcgmExporterArgs { Pools = References(managed), Scraping = Scraping(settings) }, After(managed));
        }

        var plain = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode ? [] : managed.Where(NeedsDevicePlugin).ToList();
        if (plain.Count == 0)
        {
            return new Dictionary<string, ComponentResource>();
        }

        ComponentResource plugin = settings.Accelerators.Nvidia == NvidiaSoftware.GpuOperator
            ? new GpuOperator("gpu-operator", new GpuOperatorArgs { Pools = References(plain), Scraping = Scraping(settings) }, After(plain))
            : new NvidiaDevicePlugin(
                "nvidia-device-plugin",
                new NvidiaDevicePluginArgs { Pools = References(plain), FeatureDiscovery = settings.Accelerators.FeatureDiscovery },
                After(plain));
        return plain.ToDictionary(pool => pool.Name, _ => plugin);

        List<PoolReferenceArgs> References(IEnumerable<PoolConfig> some) => [.. some.Select(pool => PoolReferenceArgs.From(pools.Contracts[pool.Name]))];
        ComponentResourceOptions After(IEnumerable<PoolConfig> some) => providers.Component([.. cluster.Ready, .. some.Select(pool => pools.Managed[pool.Name])]);
    }

    /// <summary>How the Prometheus of the settings finds monitors; null where there is none.</summary>
    public static ScrapingArgs? Scraping(PlatformSettings settings) => settings.Monitoring.PrometheusOperator is { } prometheus
        ? new ScrapingArgs { SelectorLabels = prometheus.SelectorLabels.ToDictionary() }
        : null;

    private static bool NeedsDevicePlugin(PoolConfig pool) =>
        AmiTypes.TryGet(pool.AmiType, out var ami) && ami.DevicePlugin == DevicePluginNeed.MustBeInstalled;
}
