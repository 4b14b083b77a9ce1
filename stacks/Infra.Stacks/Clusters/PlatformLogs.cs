using Infra.Components.Footprints;
using Infra.Components.Monitoring.Logs;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Storage;
using Infra.Core.Footprints;
using Infra.Stacks.Configuration;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Stacks.Clusters;

/// <summary>Who reads, keeps and shows logs, where the environment asks for it.</summary>
internal static class PlatformLogs
{
    /// <summary>Name of the bucket's component.</summary>
    public const string Bucket = "loki-logs";

    private const string DiskClass = "loki-disks";

    // Time to notice that logs were deleted that somebody still wants; what Loki deletes at its end costs this much longer.
    private const int NoncurrentDays = 7;

    /// <summary>Declares it.</summary>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        if (settings.Monitoring.Logs is not { } logs)
        {
            return;
        }

        Resource[] loki = logs.Loki is { } config ? [CreateLoki(config, settings, cluster, providers)] : [];
        _ = new FluentBit("fluent-bit", new FluentBitArgs
        {
            CloudWatch = logs.CloudWatch is { } group ? CloudWatch(group, settings, cluster) : null,
            ExcludedNamespaces = [.. logs.ExcludedNamespaces],
            Scraping = settings.Monitoring.Scraping(),
            PrometheusNamespace = settings.Monitoring.Operator?.Namespace,
        }, providers.Component([.. cluster.Ready, .. loki]));
    }

    /// <summary>Namespaces that the stack's Grafana asks for logs.</summary>
    public static IEnumerable<string> DataSourceNamespaces(PlatformSettings settings) => settings.Monitoring.Logs?.Loki is null ? [] : [Loki.Namespace];

    /// <summary>The pods of the settings that no pool is made for.</summary>
    public static IEnumerable<PodFootprint> Footprints(PlatformSettings settings) => settings.Monitoring.Logs is { } logs
        ? [ControllerFootprints.FluentBit(), .. logs.Loki is { } loki ? [ControllerFootprints.Loki(loki.Replicas, loki.Memory)] : Array.Empty<PodFootprint>()]
        : [];

    /// <summary>Name of the log group of a cluster.</summary>
    public static string LogGroup(string cluster) => $"/gpu-inference/{cluster}/containers";

    private static Loki CreateLoki(LokiConfig config, PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        Resource[] disks = NeedsClass(settings, config)
            ? [
                new EbsStorageClass(
                    DiskClass,
                    new EbsStorageClassArgs { ClassName = DiskClass, AutoMode = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode, Protect = settings.Storage.Protect },
                    providers.Component([.. cluster.Ready])),
            ]
            : [];
        var bucket = cluster.EksName is null
            ? null
            : new ModelBucket(Bucket, new ModelBucketArgs { Protect = settings.Storage.Protect, NoncurrentDays = NoncurrentDays }, providers.Component());
        var loki = new Loki("loki", new LokiArgs
        {
            Bucket = bucket is null
                ? null
                : new LokiBucketArgs
                {
                    ClusterName = cluster.EksName!,
                    Name = bucket.BucketName,
                    Policy = ModelBucket.GrantPolicy([new BucketGrant(bucket, "", Writes: true)]),
                    Region = settings.Aws!.Region,
                },
            RetentionDays = config.RetentionDays,
            Replicas = config.Replicas,
            Memory = config.Memory.ToString(),
            VolumeSize = config.Storage.ToString(),
            StorageClass = NeedsClass(settings, config) ? DiskClass : config.StorageClass,
            SenderNamespaces = [FluentBit.Namespace],
            ReaderNamespaces = [.. settings.Monitoring.Operator is { } prometheus ? [prometheus.Namespace] : Array.Empty<string>(), .. config.ReaderNamespaces],
            Scraping = settings.Monitoring.Scraping(),
            Protect = settings.Storage.Protect,
        }, providers.Component([.. cluster.Ready, .. disks, .. bucket is null ? Array.Empty<Resource>() : [bucket]]));
        if (settings.Monitoring.Stack is { Grafana: true })
        {
            // The stack, and its namespace, are among what is ready.
            _ = new K8s.Core.V1.ConfigMap(
                "loki-data-source", LokiDataSource.ConfigMap(MonitoringStack.Namespace), new CustomResourceOptions { Provider = providers.Kubernetes, DependsOn = cluster.Ready.ToArray() });
        }

        return loki;
    }

    private static CloudWatchLogsArgs CloudWatch(CloudWatchLogsConfig config, PlatformSettings settings, PlatformCluster cluster) => new()
    {
        ClusterName = cluster.EksName!,
        LogGroupName = LogGroup(cluster.DisplayName),
        Region = settings.Aws!.Region,
        AccountId = settings.Aws.AccountId,
        RetentionDays = config.RetentionDays,
        InfrequentAccess = config.InfrequentAccess,
        Protect = settings.Storage.Protect,
    };

    // A cluster of EKS has no class for its driver (EKS user guide, "Use Kubernetes volume storage with Amazon EBS").
    private static bool NeedsClass(PlatformSettings settings, LokiConfig config) => settings.Cluster.Eks is not null && config.StorageClass is null;
}
