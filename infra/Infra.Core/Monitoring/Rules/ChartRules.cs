using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Rules;

/// <summary>
/// Which rules of the chart (kube-prometheus-stack 88.5.3, templates/prometheus/rules-1.14) are kept. Kept is what watches the cluster below the models: nodes, the
/// kubelet, workloads of every namespace, and monitoring itself; off is what nobody here could act on, and what rules of ours say better.
/// </summary>
public static class ChartRules
{
    /// <summary>Groups that are off, with the reason.</summary>
    public static readonly ImmutableSortedDictionary<string, string> Off = new Dictionary<string, string>
    {
        ["etcd"] = "etcd is the provider's, and has no address",
        ["kubeApiserverAvailability"] = "recording rules for the budget below, the dearest of all",
        ["kubeApiserverBurnrate"] = "recording rules for the budget below",
        ["kubeApiserverHistogram"] = "recording rules for the budget below",
        ["kubeApiserverSlos"] = "the API server is the provider's: he is paid for its objective, and nobody here could mend it",
        ["kubeControllerManager"] = "the controller manager is the provider's, and has no address",
        ["kubeProxy"] = "kube-proxy answers on its node's loopback only, where it exists at all",
        ["kubeSchedulerAlerting"] = "the scheduler is the provider's, and has no address",
        ["kubeSchedulerRecording"] = "the scheduler is the provider's, and has no address",
        ["windows"] = "no pool has Windows",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Alerts of kept groups that are off, with the reason.</summary>
    public static readonly ImmutableSortedDictionary<string, string> DisabledAlerts = new Dictionary<string, string>
    {
        ["KubeCPUOvercommit"] = "says that a lost node's pods would find no room; pools grow, and a GPU pool is meant to be full",
        ["KubeCPUQuotaOvercommit"] = "compares tenants' quotas with the nodes that are there now; pools grow from nothing",
        ["KubeHpaMaxedOut"] = "ModelAutoscalerAtMaximum says it, and that it is no emergency",
        ["KubeJobNotCompleted"] = "trainings run for days; a job that hangs is GpuJobIdle, one that waits GpuJobWaiting",
        ["KubeMemoryOvercommit"] = "the same as KubeCPUOvercommit, of memory",
        ["KubeMemoryQuotaOvercommit"] = "the same as KubeCPUQuotaOvercommit, of memory",
        ["KubeNodeNotReady"] = "NodeNotReady says it, and knows nodes that their autoscaler takes away",
        ["KubeNodePressure"] = "NodeUnderPressure says it",
        ["KubeNodeUnreachable"] = "NodeNotReady says it",
        ["KubePersistentVolumeFillingUp"] = "VolumeAlmostFull and VolumeFillingUp say it",
        ["KubePersistentVolumeInodesFillingUp"] = "VolumeFewFilesLeft says it",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Alerts that wait for <see cref="Start"/>, with the reason: what is normal while a model gets a node, an image and its weights. The chart waits for 10 or 15 minutes. Alerts of ours wait for
    /// the times of each model, and come first.
    /// </summary>
    public static readonly ImmutableSortedDictionary<string, string> Patient = new Dictionary<string, string>
    {
        ["KubeDaemonSetRolloutStuck"] = "a pod that fills a node's cache of models is ready when it is full",
        ["KubeDeploymentReplicasMismatch"] = "counts replicas that start",
        ["KubePdbNotEnoughHealthyPods"] = "counts pods that start",
        ["KubePodNotReady"] = "counts pods that wait for a node",
        ["KubeStatefulSetReplicasMismatch"] = "counts replicas that start",
        ["TargetDown"] = "Prometheus asks a model's pod before it is ready, and is refused",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Longer than a start takes, of large models too.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromHours(1);

    /// <summary>Alerts that would fire for ever where nobody sends alerts.</summary>
    public static readonly ImmutableArray<string> OfAlertmanager = ["PrometheusNotConnectedToAlertmanagers"];
}
