using System.Globalization;
using Infra.Components.Monitoring.Rules;
using Infra.Components.Storage;
using Infra.Core.Batch;
using Infra.Core.Clusters;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Clusters;

/// <summary>Alerts on what models stand on, wherever there is a Prometheus operator to read them.</summary>
internal static class PlatformAlertRules
{
    /// <summary>Declares them.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    /// <param name="providers">Providers.</param>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, IReadOnlyDictionary<string, PoolContract> contracts, Providers providers)
    {
        if (settings.Monitoring.Operator is not { } found)
        {
            return;
        }

        List<AlertedPoolArgs> pools =
        [
            .. settings.Pools.Where(pool => IsWatched(contracts[pool.Name])).Select(pool => Pool(settings, pool, contracts[pool.Name])),
            .. settings.EdgePools.Where(pool => IsWatched(contracts[pool.Name])).Select(pool => Fixed(settings, contracts[pool.Name])),
        ];
        _ = new PlatformAlerts("platform-alerts", new PlatformAlertsArgs
        {
            Namespace = found.Namespace,
            SelectorLabels = found.SelectorLabels.ToDictionary(),
            Runbooks = settings.Monitoring.Alerting.Runbooks,
            Pools = pools,
            JobNamespaces = [.. settings.Jobs.Select(job => job.Tenant).Concat(settings.Trainings.Select(training => training.Tenant)).Select(settings.NamespaceOf).Distinct()],
            CacheNamespace = settings.Storage.Cache is null ? null : ModelCacheArgs.DefaultFillerNamespace,
            BackupPauseHours = settings.Backup?.Cluster is { } backup ? (int)Math.Ceiling(CronPause.Longest(backup.Schedule.Cron)!.Value.TotalHours) : null,
            Sources = Sources(settings, pools.Exists(pool => pool.HasNvidiaGpus)),
        }, providers.Component([.. cluster.Ready]));
    }

    private static AlertSourcesArgs Sources(PlatformSettings settings, bool hasNvidiaGpus) => new()
    {
        // Somebody else's exporter may not have been told of our label, and nobody would notice.
        PoolLabels = settings.Monitoring.Stack is not null,
        Gpus = hasNvidiaGpus && GpuMonitoring.IsThere(settings, onExistingNodes: false),
        NodeAgent = settings.Cluster.Eks?.AddOns.Managed(settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode).Contains(EksAddOns.NodeMonitoringAgent) == true,
        ClusterAutoscaler = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.ClusterAutoscaler,
        Karpenter = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.Karpenter,
        FluentBit = settings.Monitoring.Logs is not null,
        Loki = settings.Monitoring.Logs?.Loki is not null,
        Collector = settings.Monitoring.Traces is not null,
    };

    // Nodes that somebody else labels are found by labels of theirs.
    private static bool IsWatched(PoolContract contract) => contract.DevicesPerNode > 0 && contract.Labels.ContainsKey(NodeLabels.Pool);

    private static AlertedPoolArgs Fixed(PlatformSettings settings, PoolContract contract) => new()
    {
        Name = contract.Name,
        Resource = contract.DeviceResource!,
        PerNode = contract.DevicesPerNode,
        HasNvidiaGpus = contract.DeviceResource!.StartsWith("nvidia.com/", StringComparison.Ordinal),
        IsCut = contract.Sharing.Mode == GpuSharingMode.Mig,
        Models = Models(settings, contract.Name),
    };

    private static AlertedPoolArgs Pool(PlatformSettings settings, PoolConfig pool, PoolContract contract)
    {
        var alerted = Fixed(settings, contract);
        var grows = settings.NodeAutoscaling.Kind != NodeAutoscalerKind.None;
        return new AlertedPoolArgs
        {
            Name = alerted.Name,
            Resource = alerted.Resource,
            PerNode = alerted.PerNode,
            Least = pool.Capacity?.Min ?? 0,
            Most = grows ? pool.Capacity?.Max : null,
            // A capacity block is paid in advance, used or not.
            GivesNodesBack = grows && pool.CapacityType != CapacityType.CapacityBlock,
            HasNvidiaGpus = alerted.HasNvidiaGpus,
            IsCut = alerted.IsCut,
            Price = settings.Aws is { } aws ? Price(pool, aws.Region) : null,
            Models = alerted.Models,
        };
    }

    private static List<PoolModelArgs> Models(PlatformSettings settings, string pool) =>
    [
        .. settings.Served.Where(model => model.Pools.Contains(pool))
            .Select(model => new PoolModelArgs { Name = model.Name, Namespace = settings.NamespaceOf(model.Tenant), PodPattern = ModelPods.Pattern(model.Backend, model.Name) }),
    ];

    private static string? Price(PoolConfig pool, string region)
    {
        var prices = PoolPrices.Of(pool, region).Where(price => price.Region == region).OrderBy(price => price.Usd).ToList();
        if (prices.Count == 0)
        {
            return null;
        }

        var span = prices.Count == 1 ? Text(prices[0]) : $"{Text(prices[0])} to {Text(prices[^1])}";
        var read = prices.Min(price => price.Source.Date) is { } date ? string.Create(CultureInfo.InvariantCulture, $" of {date:yyyy-MM-dd}") : "";
        return $"{span} per hour on demand, by the list prices of {region}{read}";
    }

    private static string Text(ListPrice price) => string.Create(CultureInfo.InvariantCulture, $"${price.Usd:0.###} ({price.Id})");
}
