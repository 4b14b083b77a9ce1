using Infra.Components.Footprints;
using Infra.Components.Keda;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Storage;
using Infra.Core.Footprints;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Prometheus and what belongs to it, where the environment asks for a stack of its own.</summary>
internal static class PlatformMonitoring
{
    private const string DiskClass = "monitoring-disks";

    /// <summary>Declares it.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">Providers.</param>
    /// <returns>What every monitor and rule has to wait for; null where the environment asks for none.</returns>
    public static MonitoringStack? Create(string environment, PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        if (settings.Monitoring.Stack is not { } config)
        {
            return null;
        }

        Resource[] disks = NeedsClass(settings, config)
            ? [
                new EbsStorageClass(
                    DiskClass,
                    new EbsStorageClassArgs { ClassName = DiskClass, AutoMode = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode, Protect = settings.Storage.Protect },
                    providers.Component([.. cluster.Ready])),
            ]
            : [];
        return new MonitoringStack("monitoring", Arguments(environment, settings, config, cluster), providers.Component([.. cluster.Ready, .. disks]));
    }

    /// <summary>The pods that the stack of the settings has; none without one.</summary>
    public static IEnumerable<PodFootprint> Footprints(PlatformSettings settings) => settings.Monitoring.Stack is { } config
        ? ControllerFootprints.MonitoringStack(Server(settings, config), config.Grafana, PlatformAlerting.Replicas(settings))
        : [];

    private static MonitoringStackArgs Arguments(string environment, PlatformSettings settings, StackConfig config, PlatformCluster cluster) => new()
    {
        ClusterName = cluster.EksName,
        Prometheus = Server(settings, config),
        Grafana = config.Grafana ? new GrafanaArgs { DataSourceNamespaces = [.. PlatformLogs.DataSourceNamespaces(settings)] } : null,
        Alertmanager = PlatformAlerting.Arguments(environment, settings),
        RemoteWrite = config.RemoteWrite is { } target
            ? new RemoteWriteArgs
            {
                Region = target.AmazonWorkspace?.Split(':')[3] ?? settings.Aws!.Region,
                WorkspaceArn = target.AmazonWorkspace,
                Protect = settings.Storage.Protect,
            }
            : null,
        ExternalLabels = config.ExternalLabels.SetItem("cluster", cluster.DisplayName).SetItem("environment", environment).ToDictionary(),
        QueryNamespaces = PlatformKeda.IsNeeded(settings) ? [KedaOperator.Namespace] : [],
    };

    private static PrometheusServerArgs Server(PlatformSettings settings, StackConfig config) => new()
    {
        Replicas = config.Replicas,
        Retention = config.Retention.ToString(),
        Size = config.Storage.Size.ToString(),
        Ephemeral = config.Storage.Ephemeral,
        StorageClass = NeedsClass(settings, config) ? DiskClass : config.Storage.StorageClass,
        Retain = settings.Storage.Protect,
        Cpu = config.Cpu.ToString(),
        Memory = config.Memory.ToString(),
    };

    // A cluster of EKS has no class for its driver (EKS user guide, "Use Kubernetes volume storage with Amazon EBS").
    private static bool NeedsClass(PlatformSettings settings, StackConfig config) =>
        settings.Cluster.Eks is not null && config.Storage is { Ephemeral: false, StorageClass: null };
}
