using Infra.Core.Monitoring;
using Infra.Core.Monitoring.Alerts;
using Infra.Core.Monitoring.Rules;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Alerts;

/// <summary>A platform with one pool and one model, about which every alert has something to say.</summary>
internal static class AlertSamples
{
    public static readonly AlertedPool Pool = new()
    {
        Name = "t4",
        Resource = "nvidia.com/gpu",
        PerNode = 4,
        Least = 1,
        Most = 2,
        GivesNodesBack = true,
        HasNvidiaGpus = true,
        Price = "$3.912 per hour",
        Models = [new PoolModel("vision", "models", "vision-[a-z0-9]{1,10}-[a-z0-9]{5}")],
    };

    public static readonly AlertedModel Model = new()
    {
        Name = "vision",
        Namespace = "models",
        Tenant = "acme",
        PodPattern = "vision-[a-z0-9]{1,10}-[a-z0-9]{5}",
        Pools = ["t4"],
        NodeMinutes = 15,
        StartMinutes = 20,
        Devices = 1,
        GrowsInGpuMemory = true,
        IsScraped = true,
        LeastPods = 1,
        Autoscaler = "keda-hpa-vision",
        AsksKeda = true,
        CacheService = "vision-cache",
    };

    public static readonly AlertedPlatform Platform = new()
    {
        Pools = [Pool],
        JobNamespaces = ["models"],
        HolderNamespace = "headroom",
        CacheNamespace = "model-cache",
        Backup = new AlertedBackup("velero", "scheduled", 24, "restore-test"),
        Sources = new AlertSources { KubeState = true, PoolLabels = true, Kubelet = true, Gpus = true, NodeAgent = true, ClusterAutoscaler = true, FluentBit = true, Loki = true, Collector = true },
    };

    public static readonly AlertedPlatform WithKarpenter = Platform with { Sources = Platform.Sources with { ClusterAutoscaler = false, Karpenter = true } };

    /// <summary>The same with GPUs that are cut into pieces.</summary>
    public static readonly AlertedPlatform Cut = Platform with { Pools = [Pool with { IsCut = true }] };

    public static IEnumerable<AlertRule> RulesOf(AlertedPlatform platform) => AlertFamily.Of(platform).SelectMany(family => family.Groups).SelectMany(group => group.Rules).Cast<AlertRule>();

    public static IEnumerable<AlertRule> RulesOf(AlertedModel model) => ModelAlerts.Of(model, hasGpuMetrics: true).SelectMany(group => group.Rules).Cast<AlertRule>();

    /// <summary>Every alert that there is, once.</summary>
    public static IEnumerable<AlertRule> All => RulesOf(Platform).Concat(RulesOf(WithKarpenter)).Concat(RulesOf(Model)).DistinctBy(rule => rule.Name);

    /// <summary>As Prometheus reads it.</summary>
    public static JObject Json(AlertRule rule) => new()
    {
        ["alert"] = rule.Name,
        ["expr"] = rule.Expression.Text,
        ["for"] = PromDuration.Text(rule.For),
        ["labels"] = JObject.FromObject(rule.Labels.SetItem("severity", rule.Severity.ToString())),
        ["annotations"] = new JObject { ["summary"] = rule.Summary, ["description"] = rule.Description },
    };
}
