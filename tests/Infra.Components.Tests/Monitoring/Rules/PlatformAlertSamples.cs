using Infra.Components.Monitoring.Rules;

namespace Infra.Components.Tests.Monitoring.Rules;

internal static class PlatformAlertSamples
{
    public static PlatformAlertsArgs Everything() => new()
    {
        Namespace = "monitoring",
        SelectorLabels = { ["release"] = "prometheus" },
        Pools =
        [
            new AlertedPoolArgs
            {
                Name = "t4",
                Resource = "nvidia.com/gpu",
                PerNode = 4,
                Least = 1,
                Most = 3,
                GivesNodesBack = true,
                HasNvidiaGpus = true,
                Price = "$3.912 per hour",
                Models = [new PoolModelArgs { Name = "vision", Namespace = "models", PodPattern = "vision-[a-z0-9]{1,10}-[a-z0-9]{5}" }],
            },
        ],
        JobNamespaces = ["models"],
        CacheNamespace = "model-cache",
        BackupPauseHours = 24,
        Sources = new AlertSourcesArgs { PoolLabels = true, Gpus = true, NodeAgent = true, ClusterAutoscaler = true, FluentBit = true, Loki = true, Collector = true },
    };
}
