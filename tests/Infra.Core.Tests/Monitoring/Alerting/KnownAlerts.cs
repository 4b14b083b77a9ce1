using System.Collections.Immutable;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Tests.Monitoring.Alerts;
using Infra.Core.Tests.Monitoring.Objectives;
using Infra.Core.Tests.Serving.Autoscaling;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>Every alert that there can be: those of platforms that have everything, and of models of all kinds.</summary>
internal static class KnownAlerts
{
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        .. AlertSamples.All,
        .. new[] { ScaledModels.Chat(), ScaledModels.Classifier(), ScaledModels.Reader() }.SelectMany(model => WatchedModels.Rules(WatchedModels.Of(model)).OfType<AlertRule>()),
        .. Candidate.Alerts(),
    ];

    private static CandidateRules Candidate => new(ScaledModels.Chat().Runtime.Metrics!, ScaledModels.Chat().Runtime.Metrics!)
    {
        Model = "chat",
        StableName = "chat",
        Namespace = "ns",
        Labels = ImmutableSortedDictionary<string, string>.Empty,
        ErrorRatio = 0.01,
        LatencyFactor = 1.2,
        Minutes = 10,
    };
}
