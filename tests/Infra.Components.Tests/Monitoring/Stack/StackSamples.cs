using Infra.Components.Monitoring.Stack;

namespace Infra.Components.Tests.Monitoring.Stack;

/// <summary>Inputs of a monitoring stack as the tests use them.</summary>
internal static class StackSamples
{
    public const string Workspace = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-1";

    /// <summary>All parts that a stack may have.</summary>
    public static MonitoringStackArgs Everything() => new()
    {
        ClusterName = "gpu",
        Prometheus = new PrometheusServerArgs { Replicas = 2, StorageClass = "disks", Retain = true },
        Grafana = new GrafanaArgs { DataSourceNamespaces = ["loki"] },
        Alertmanager = Alertmanager(),
        RemoteWrite = new RemoteWriteArgs { Region = "eu-central-1", Protect = true },
        ExternalLabels = new Dictionary<string, string> { ["cluster"] = "gpu" },
        QueryNamespaces = ["keda"],
    };

    /// <summary>What fits a laptop.</summary>
    public static MonitoringStackArgs Laptop() => new()
    {
        Prometheus = new PrometheusServerArgs { Retention = "6h", Size = "2Gi", Ephemeral = true, Cpu = "100m", Memory = "512Mi" },
    };

    private static AlertmanagerArgs Alertmanager() => new()
    {
        Configuration = """{"route": {"receiver": "on-call"}, "receivers": [{"name": "on-call"}]}""",
        Files = { ["slack-url"] = "https://hooks.invalid/secret" },
        ExistingSecrets = ["pagerduty"],
        SnsTopicArns = ["arn:aws:sns:eu-central-1:123456789012:alerts"],
        ReceiverPorts = [8080],
        Replicas = 2,
    };
}
