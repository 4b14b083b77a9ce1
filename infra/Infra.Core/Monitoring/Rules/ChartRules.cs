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
        ["KubeMemoryOvercommit"] = "the same of memory",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Alerts that would fire for ever where nobody sends alerts.</summary>
    public static readonly ImmutableArray<string> OfAlertmanager = ["PrometheusNotConnectedToAlertmanagers"];
}
