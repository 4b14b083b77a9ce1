using Infra.Core.Monitoring.Alerts;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Tests.Monitoring.Objectives;
using Infra.Core.Tests.Serving.Autoscaling;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>Every alert that there can be: those of platforms that have everything, once by either node autoscaler, and of models of all kinds.</summary>
internal static class KnownAlerts
{
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        .. Platform(karpenter: true), .. Platform(karpenter: false),
        .. new[] { ScaledModels.Chat(), ScaledModels.Classifier(), ScaledModels.Reader() }.SelectMany(model => WatchedModels.Rules(WatchedModels.Of(model)).OfType<AlertRule>()),
        .. Candidate.Alerts(),
    ];

    private static CandidateRules Candidate => new(ScaledModels.Chat().Runtime.Metrics!, ScaledModels.Chat().Runtime.Metrics!)
    {
        Model = "chat",
        StableName = "chat",
        Namespace = "ns",
        Labels = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty,
        ErrorRatio = 0.01,
        LatencyFactor = 1.2,
        Minutes = 10,
    };

    private static IEnumerable<AlertRule> Platform(bool karpenter) => AlertFamily.Of(new AlertedPlatform
    {
        Pools =
        [
            new AlertedPool { Name = "t4", Resource = "nvidia.com/gpu", PerNode = 1, Least = 0, Most = 4, GivesNodesBack = true, HasNvidiaGpus = true },
        ],
        Models =
        [
            new AlertedModel
            {
                Name = "chat",
                Namespace = "ns",
                PodPattern = "chat-.*",
                Pools = ["t4"],
                NodeMinutes = 10,
                StartMinutes = 20,
                Devices = 1,
                GrowsInGpuMemory = true,
                IsScraped = true,
                LeastPods = 1,
                Autoscaler = "chat",
                AsksKeda = true,
                CacheService = "chat",
            },
        ],
        JobNamespaces = ["ns"],
        HolderNamespace = "headroom",
        CacheNamespace = "model-cache",
        Sources = new AlertSources
        {
            KubeState = true, Kubelet = true, Gpus = true, NodeAgent = true, ClusterAutoscaler = !karpenter, Karpenter = karpenter, Keda = true, FluentBit = true, Loki = true, Collector = true,
        },
    }).SelectMany(family => family.Groups).SelectMany(group => group.Rules).OfType<AlertRule>();
}
