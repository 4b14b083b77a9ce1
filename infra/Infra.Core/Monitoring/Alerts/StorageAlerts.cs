using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>
/// Alerts on volumes, and on caches of models on nodes' disks. A volume that was made as large as its models is full on purpose; only one that still fills gets in anybody's way. Of S3 the kubelet
/// tells nothing, and there is nothing to tell: a bucket has no end.
/// </summary>
internal static class StorageAlerts
{
    private const int ForecastDays = 4;
    private const double Little = 0.03;
    private const double Getting = 0.15;
    private const double FewFiles = 0.05;

    private static readonly string[] _claim = [TargetLabels.Namespace, "persistentvolumeclaim"];
    private static readonly Window _trend = Window.Hours(6);

    /// <summary>The alerts on volumes that the kubelet tells of.</summary>
    public static RuleGroup Volumes { get; } = new("volumes", [AlmostFull(), FillingUp(), FewFilesLeft()]);

    /// <summary>The alerts on claims.</summary>
    public static RuleGroup Claims { get; } = new("claims", [Lost()]);

    /// <summary>The alerts on the pods that fill caches of models.</summary>
    /// <param name="namespaceName">Their namespace.</param>
    public static RuleGroup Cache(string namespaceName) => new("model-cache", [NotFilled(namespaceName)]);

    private static AlertRule AlmostFull() => new()
    {
        Name = "VolumeAlmostFull",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = (Free < Little).And(KubeletMetrics.VolumeAvailable.Delta(_trend).Min(_claim) < 0, Matching.On(_claim)),
        Summary = "Volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is almost full, and still fills",
        Description = "{{ $value | humanizePercentage }} of it are free; 3 % is the limit. Who writes to it fails soon.",
        Runbook = new Runbook("volume-filling"),
    };

    private static AlertRule FillingUp() => new()
    {
        Name = "VolumeFillingUp",
        Severity = Severity.P2,
        For = TimeSpan.FromHours(1),
        Expression = (Free < Getting).And(KubeletMetrics.VolumeAvailable.Predicted(TimeSpan.FromDays(ForecastDays), _trend).Min(_claim) < 0, Matching.On(_claim)),
        Summary = "Volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} will be full within four days",
        Description = "{{ $value | humanizePercentage }} of it are free, and what was written in the last six hours, going on like that, fills it within four days.",
        Runbook = new Runbook("volume-filling"),
    };

    private static AlertRule FewFilesLeft() => new()
    {
        Name = "VolumeFewFilesLeft",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        Expression = (KubeletMetrics.VolumeInodesFree.Now() / KubeletMetrics.VolumeInodes.Now()).Min(_claim) < FewFiles,
        Summary = "Volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has hardly room for another file",
        Description = "{{ $value | humanizePercentage }} of its inodes are free; 5 % is the limit. It says that it is full, and df -h doesn't: too many small files.",
        Runbook = new Runbook("volume-filling"),
    };

    private static AlertRule Lost() => new()
    {
        Name = "VolumeLost",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(5),
        Expression = KubeObjectMetrics.ClaimPhase.Now(Matcher.Is("phase", "Lost")).Max(_claim).EqualTo(1),
        Summary = "The volume of claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is gone",
        Description = "Somebody deleted the volume that the claim was bound to. Pods that need it don't start.",
        Runbook = new Runbook("volume-lost"),
    };

    // A pod of it is not ready until its node is filled, which takes as long as it takes; one that gives up and tries again has a reason.
    private static AlertRule NotFilled(string namespaceName) => new()
    {
        Name = "ModelCacheNotFilled",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(10),
        Expression = KubePodMetrics.ContainerWaiting.Max(Window.Minutes(5), Matcher.Is(TargetLabels.Namespace, namespaceName), Matcher.Is("reason", Alert.CrashLoop)).Max(TargetLabels.Namespace, TargetLabels.Pod) > 0,
        Summary = "A node's cache of models can't be filled: {{ $labels.pod }}",
        Description = "For 10 minutes it has failed again and again: nothing is at a model's source, the disk is too small for all models, or S3 can't be read. Models of that node wait for it; its log says which.",
        Runbook = new Runbook("model-download"),
    };

    // Several pods tell of a volume that they share: it is one all the same.
    private static Expression Free => (KubeletMetrics.VolumeAvailable.Now() / KubeletMetrics.VolumeCapacity.Now()).Min(_claim);
}
