using Infra.Components.Monitoring.Dashboards;
using Infra.Components.Monitoring.Logs;
using Infra.Components.Monitoring.Stack;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Clusters;

/// <summary>Dashboards, where the environment's stack has a Grafana or the configuration asks for them.</summary>
internal static class PlatformDashboards
{
    /// <summary>Declares them.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    /// <param name="providers">Providers.</param>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, IReadOnlyDictionary<string, PoolContract> contracts, Providers providers)
    {
        if (settings.Monitoring.Shown is not { } config)
        {
            return;
        }

        var found = settings.Monitoring.Operator!;
        var pools = contracts.Values.Where(IsLabelled).OrderBy(contract => contract.Name, StringComparer.Ordinal).ToList();
        var prices = pools.SelectMany(pool => Prices(pool.Name, settings)).ToList();
        _ = new GrafanaDashboards("dashboards", new GrafanaDashboardsArgs
        {
            Namespace = found.Namespace,
            SelectorLabels = found.SelectorLabels.ToDictionary(),
            Folder = config.Folder,
            PrometheusUid = config.PrometheusUid ?? GrafanaLabels.PrometheusUid,
            LokiUid = config.LokiUid ?? (settings.Monitoring is { Stack: not null, Logs.Loki: not null } ? LokiDataSource.Uid : null),
            Pools = [.. pools.Select(contract => Pool(contract, settings))],
            Models = [.. settings.Served.Select(model => Model(model, settings, contracts))],
            GpuUse = contracts.Values.Any(contract => contract.Labels.ContainsKey(NodeLabels.NvidiaGpuPresent)) && GpuMonitoring.IsThere(settings, onExistingNodes: false),
            PriceSource = prices.Count == 0 ? null : PoolPrices.Source(prices, settings.Aws!.Region),
        }, providers.Component([.. cluster.Ready]));
    }

    // Rules know a pool's nodes by this label alone; nodes that were there before need not have it.
    private static bool IsLabelled(PoolContract contract) => contract.Selector.TryGetValue(NodeLabels.Pool, out var name) && name == contract.Name;

    private static DashboardPoolArgs Pool(PoolContract contract, PlatformSettings settings) => new()
    {
        Name = contract.Name,
        Resources = [.. contract.Devices.Select(device => device.Resource).Where(resource => resource != ExtendedResources.Efa)],
        UsdPerHour = Prices(contract.Name, settings).ToDictionary(price => price.Id, price => (double)price.Usd, StringComparer.Ordinal),
    };

    private static DashboardModelArgs Model(ModelConfig model, PlatformSettings settings, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var metrics = ModelImages.Runtime(settings, model, contracts).Metrics;
        return new DashboardModelArgs
        {
            Name = model.Name,
            Namespace = settings.NamespaceOf(model.Tenant),
            Tenant = model.Tenant,
            LanguageModel = model.Llm is not null,
            Gpus = ModelDevices.Of(model, model.Pools.Select(pool => contracts[pool].DevicesPerNode)) > 0,
            Waiting = metrics?.Waiting is not null,
            Running = metrics?.Running is not null,
            Batches = metrics?.BatchSize is not null,
        };
    }

    private static IEnumerable<ListPrice> Prices(string pool, PlatformSettings settings) =>
        settings.Pools.Where(one => one.Name == pool && !one.InstanceTypes.IsEmpty).SelectMany(one => PoolPrices.Of(one, settings.Aws!.Region));
}
