using Infra.Components.Monitoring;
using Infra.Components.Monitoring.Logs;

namespace Infra.Components.Tests.Monitoring.Logs;

/// <summary>Inputs of what keeps logs, as the tests use them.</summary>
internal static class LogSamples
{
    public static ScrapingArgs Scraping() => new() { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } };

    /// <summary>Three pods with a bucket.</summary>
    public static LokiArgs Loki() => new()
    {
        Bucket = new LokiBucketArgs { ClusterName = "gpu", Name = "logs-0a1b2c3", Policy = """{"Statement": []}""", Region = "eu-central-1" },
        Replicas = 3,
        RetentionDays = 14,
        StorageClass = "disks",
        SenderNamespaces = ["fluent-bit"],
        ReaderNamespaces = ["monitoring"],
        Scraping = Scraping(),
    };

    /// <summary>One pod whose volume holds the logs.</summary>
    public static LokiArgs Laptop() => new() { RetentionDays = 1, VolumeSize = "2Gi", Memory = "256Mi", SenderNamespaces = ["fluent-bit"], Protect = false };

    public static FluentBitArgs ToCloudWatch() => new()
    {
        CloudWatch = new CloudWatchLogsArgs { ClusterName = "gpu", LogGroupName = "/gpu-inference/gpu/containers", Region = "eu-central-1", AccountId = "123456789012", RetentionDays = 14 },
    };
}
