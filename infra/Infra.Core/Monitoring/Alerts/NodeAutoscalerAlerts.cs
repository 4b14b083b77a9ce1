using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>
/// Alerts on who launches nodes. Spot nodes that EC2 takes back are counted by Karpenter alone: EKS drains those of managed node groups and of Auto Mode itself, and tells Prometheus nothing; their
/// interruptions are seen by what they do to models.
/// </summary>
internal static class NodeAutoscalerAlerts
{
    private const double Often = 3;

    private static readonly Runbook _runbook = new("node-autoscaler");

    /// <summary>The alerts on Cluster Autoscaler.</summary>
    public static RuleGroup ClusterAutoscaler { get; } = new("cluster-autoscaler", [Unsafe(), Stuck(), LaunchesFail()]);

    /// <summary>The alerts on Karpenter.</summary>
    public static RuleGroup Karpenter { get; } = new("karpenter", [OutOfSync(), KarpenterLaunchesFail(), SpotInterruptions()]);

    // The pod that waits for the lead tells 0 too: the larger one is the leader's.
    private static AlertRule Unsafe() => new()
    {
        Name = "ClusterAutoscalerUnsafe",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = ClusterAutoscalerMetrics.SafeToAutoscale.Now().Max().EqualTo(0),
        Summary = "Cluster Autoscaler has stopped: too many nodes are not ready",
        Description = "For 15 minutes it has neither launched nor removed nodes, because it takes the cluster for broken. Pods that need a node wait.",
        Runbook = _runbook,
    };

    private static AlertRule Stuck() => new()
    {
        Name = "ClusterAutoscalerStuck",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(5),
        Expression = Expression.Now - ClusterAutoscalerMetrics.LastActivity.Now(Matcher.Is("activity", "main")).Max() > TimeSpan.FromMinutes(10).TotalSeconds,
        Summary = "Cluster Autoscaler does nothing",
        Description = "Its last round began {{ $value | humanizeDuration }} ago; it makes one every ten seconds. Pods that need a node wait.",
        Runbook = _runbook,
    };

    // It tries a group again after 5, 10, 20 and 30 minutes, and others in between.
    private static AlertRule LaunchesFail() => new()
    {
        Name = "ClusterAutoscalerLaunchesFail",
        Severity = Severity.P2,
        For = TimeSpan.Zero,
        Expression = ClusterAutoscalerMetrics.FailedScaleUps.Increase(Window.Hours(1)).Sum("reason") >= Often,
        Summary = "Node groups can't grow: {{ $labels.reason }}",
        Description = "About {{ $value | humanize }} attempts failed in the last hour; fewer than three pass by themselves. EC2 has no such instance in the zone, a quota is used up, or nodes don't join the cluster.",
        Runbook = _runbook,
    };

    private static AlertRule OutOfSync() => new()
    {
        Name = "KarpenterOutOfSync",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = KarpenterMetrics.Synced.Now().Max().EqualTo(0),
        Summary = "Karpenter does nothing: its picture of the cluster is out of date",
        Description = "For 15 minutes it has not agreed with the API server about nodes. Until it does, it launches and removes none.",
        Runbook = _runbook,
    };

    // One attempt fails in several zones and for several types before it succeeds: that is how spot works.
    private static AlertRule KarpenterLaunchesFail() => new()
    {
        Name = "KarpenterLaunchesFail",
        Severity = Severity.P2,
        For = TimeSpan.FromHours(1),
        Expression = KarpenterMetrics.LaunchFailures.Increase(Window.Minutes(15)).Sum("capacity_type", "reason") > 0,
        Summary = "EC2 refuses {{ $labels.capacity_type }} nodes for an hour: {{ $labels.reason }}",
        Description = "About {{ $value | humanize }} offers were refused in the last 15 minutes, and some in every quarter of the last hour. Let the pool use more instance types or zones, or ask for a quota.",
        Runbook = _runbook,
    };

    private static AlertRule SpotInterruptions() => new()
    {
        Name = "SpotInterruptionsFrequent",
        Severity = Severity.P2,
        For = TimeSpan.Zero,
        Expression = KarpenterMetrics.Disrupted.Increase(Window.Hours(1), Matcher.Is("reason", KarpenterMetrics.SpotInterrupted)).Sum("nodepool").WithLabel("nodepool", "(.+)", "pool") >= Often,
        Summary = "EC2 takes back many spot nodes of pool {{ $labels.pool }}",
        Description = "About {{ $value | humanize }} in the last hour; fewer than three are what spot means. Each costs its models a cold start: let the pool use more instance types and zones, or give it nodes on demand beside.",
        Runbook = new Runbook("spot-interruptions"),
    };
}
