using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>Which alerts hide which: people hear of causes, not of everything that follows from them.</summary>
internal static class Inhibition
{
    // Chart kube-prometheus-stack, group general.rules: fires where nothing but alerts of severity info does.
    private const string InfoInhibitor = "InfoInhibitor";

    // What the same chart says of any pod, and alerts of models say with the model's own times (group kubernetes-apps).
    private static readonly ImmutableArray<string> _ofAnyPod = ["KubePodCrashLooping", "KubePodNotReady", "KubeContainerWaiting"];

    // What may tell alerts of one name and namespace apart: one full volume must not hide another that fills.
    private static readonly ImmutableArray<string> _sameThing =
    [
        AlertLabels.Name, AlertLabels.Namespace, AlertLabels.Model, AlertLabels.Node, AlertLabels.Pod, AlertLabels.Gpu,
        "container", "instance", "job", "pool", "persistentvolumeclaim", "deployment", "statefulset", "daemonset", "job_name", "device", "mountpoint",
    ];

    /// <summary>Alerts that are there to hide others, and of which nobody is told.</summary>
    public static ImmutableArray<string> Inhibitors { get; } = [InfoInhibitor, PodOnFailedNode.Name];

    /// <summary>The rules.</summary>
    public static ImmutableArray<InhibitRule> Rules { get; } =
    [
        .. Milder([Matchers.Has(AlertLabels.Model)], [AlertLabels.Namespace, AlertLabels.Model]),
        .. Milder([], _sameThing),
        // But not what its GPU says: that may be why.
        new([Matchers.Is(AlertLabels.Name, PodOnFailedNode.Name)], [Matchers.Has(AlertLabels.Pod), Matchers.Is(AlertLabels.Gpu, ""), NotInhibitor], [AlertLabels.Namespace, AlertLabels.Pod]),
        new([Matchers.Has(AlertLabels.Model), Matchers.Has(AlertLabels.Pod)], [Matchers.IsOneOf(AlertLabels.Name, _ofAnyPod)], [AlertLabels.Namespace, AlertLabels.Pod]),
        new([Matchers.Is(AlertLabels.Name, InfoInhibitor)], [Matchers.Is(AlertLabels.Severity, "info")], [AlertLabels.Namespace]),
    ];

    private static string NotInhibitor => Matchers.IsNoneOf(AlertLabels.Name, Inhibitors);

    // Each severity hides all milder ones.
    private static IEnumerable<InhibitRule> Milder(ImmutableArray<string> both, ImmutableArray<string> equal) =>
        SeverityRoute.All.SkipLast(1).Select((severity, i) => new InhibitRule(
            [severity.Matcher, .. both],
            [Matchers.IsOneOf(AlertLabels.Severity, [.. SeverityRoute.All.Skip(i + 1).SelectMany(milder => milder.Values)]), .. both],
            equal));
}
